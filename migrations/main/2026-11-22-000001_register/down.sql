DROP TABLE register_controllers;
DROP TABLE registers;
