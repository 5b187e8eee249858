"""The project file: containers, migrations, atomic writing, locks and recovery."""
