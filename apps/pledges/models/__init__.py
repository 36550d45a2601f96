"""What was promised: pledges with their versions and targets, and registrations."""
