"""Who travels, who receives, and for which country."""
