// LyncServer
