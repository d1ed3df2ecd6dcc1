namespace Isonomia.Modeling.Syntax;

/// <summary>Words that are no names: those of Python, whose syntax the language shares.</summary>
internal static class Keywords
{
    private static readonly HashSet<string> Words =
    [
        "and", "or", "not", "True", "False", "None", "lambda", "if", "elif", "else", "for", "while", "in", "is",
        "def", "class", "return", "yield", "import", "from", "as", "with", "try", "except", "finally", "raise",
        "assert", "del", "global", "nonlocal", "pass", "break", "continue", "async", "await",
    ];

    /// <summary>Whether a word is reserved.</summary>
    public static bool Reserves(string word) => Words.Contains(word);
}
