// NacreTypes
