"""Pages on which a cluster, its members and its people are set up."""
