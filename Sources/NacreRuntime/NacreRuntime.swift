// NacreRuntime
