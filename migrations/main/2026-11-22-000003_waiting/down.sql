DROP TABLE undelivered;
DROP TABLE notices;
