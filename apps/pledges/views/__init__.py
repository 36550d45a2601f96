"""Pages of pledges and registrations."""
