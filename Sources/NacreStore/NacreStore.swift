// NacreStore
