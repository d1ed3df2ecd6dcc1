using Isonomia.Modeling.Syntax.Reading;

namespace Isonomia.Modeling.Syntax.Tokens;

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

    /// <summary>Reports a word where it is reserved.</summary>
    public static void Report(Token word, Findings findings)
    {
        if (Reserves(word.Text))
        {
            findings.Error(
                word.Span, $"'{word.Text}' is a reserved word and cannot be a name",
                $"choose another name, such as '{word.Text}_'");
        }
    }

    /// <summary>Reports a name that may not be given to anything.</summary>
    public static void ReportDefined(Token name, Findings findings)
    {
        Report(name, findings);
        if (name.Text[0] == '_')
        {
            findings.Error(
                name.Span, $"the name {findings.Show(name)} begins with '_'",
                "such names are kept for internal use; begin it with a letter");
        }
    }
}
