// NacreFormat
