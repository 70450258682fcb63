// NacreSystem
