// NacreSchema
