"""Result files come in: seen as they were read, matched to the measurement points, judged before they are taken."""
