"""What the words of the field mean, each in one sentence, told here and nowhere else."""
