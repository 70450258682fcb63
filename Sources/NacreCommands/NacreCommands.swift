// NacreCommands
