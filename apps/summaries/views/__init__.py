"""The pages of the cluster's papers."""
