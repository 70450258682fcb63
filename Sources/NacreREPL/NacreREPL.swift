// NacreREPL
