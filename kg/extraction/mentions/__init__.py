"""What the recognisers find: characters that name something, and the reference tables they are held against."""
