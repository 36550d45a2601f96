"""What is asked about clusters and offices (`setting_up`), and about the people of an office (`staff`)."""
