"""The presentation: one stage at a time, full screen, in large type, scores hidden until somebody asks for them."""
