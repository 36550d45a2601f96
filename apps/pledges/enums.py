"""Words of pledges and registrations."""
