// NacreModel
