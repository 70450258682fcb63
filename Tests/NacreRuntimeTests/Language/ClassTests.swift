import Testing

/// Classes and enums of scripts.
@Suite struct ClassTests {
    @Test func propertiesStartAsNetsDefaults() {
        #expect(outputs("class C { [int]$N; [string]$S; $U } $c = [C]::new(); $c.N; $null -eq $c.S; $null -eq $c.U") == ["0", "True", "True"])
    }
    @Test func methodsOfTheBaseAreCalledByACast() {
        #expect(outputs("class A { [string] Hi() { return 'A' } } class B : A { [string] Hi() { return \"B+$(([A]$this).Hi())\" } } [B]::new().Hi()") == ["B+A"])
    }
    @Test func classesSayTheirTextAndEquality() {
        let p = "class P { [int]$X; P([int]$x) { $this.X = $x } [string] ToString() { return \"P$($this.X)\" } [bool] Equals([object]$o) { return $o -is [P] -and $o.X -eq $this.X } [int] GetHashCode() { return $this.X } } "
        #expect(outputs(p + "\"$([P]::new(1))\"; [P]::new(1) -eq [P]::new(1); $h = @{}; $h[[P]::new(5)] = 'five'; $h[[P]::new(5)]") == ["P1", "True", "five"])
    }
    @Test func operatorsAreStaticMethods() {
        #expect(outputs("class M { [int]$V; M([int]$v) { $this.V = $v } static [M] op_Addition([M]$a, [M]$b) { return [M]::new($a.V + $b.V) } } ([M]::new(5) + [M]::new(7)).V") == ["12"])
    }
    @Test func orderComesFromCompareTo() {
        #expect(outputs("class K : IComparable { [int]$V; K([int]$v) { $this.V = $v } [int] CompareTo([object]$o) { return $this.V - $o.V } } [K]::new(2) -gt [K]::new(1)") == ["True"])
    }
    @Test func missingMethodsOfAnInterfaceAreFoundFirst() {
        #expect(outputs("'never'; class Bad : IComparable { [int]$N }") == ["! TypeCreationError"])
    }
    @Test func tablesBecomeObjects() {
        #expect(outputs("class O { [string]$Name; [int]$Size } $o = [O]@{ Name = 'n'; Size = '3' }; $o.Name; $o.Size; ([O][pscustomobject]@{ Size = 4 }).Size") == ["n", "3", "4"])
    }
    @Test func argumentsOfMethodsAreConverted() {
        #expect(outputs("class A { [int] Twice([int]$n) { return $n * 2 } } [A]::new().Twice('4'); [A]::new().Twice('x')") == ["8", "! MethodArgumentConversionInvalidCastArgument"])
    }
    @Test func attributesOfAScriptTransformAndValidate() {
        let c = "class EvenAttribute : System.Management.Automation.ValidateArgumentsAttribute { [void] Validate([object]$a, [System.Management.Automation.EngineIntrinsics]$e) { if ($a % 2) { throw 'odd' } } } "
        #expect(outputs(c.replacing("[System.Management.Automation.EngineIntrinsics]", with: "[object]") + "function f { param([Even()][int]$n) $n } f 4; f 3") == ["4", "! ParameterArgumentValidationError,f"])
    }
}
