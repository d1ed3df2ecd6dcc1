namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>The operators of the language, and those of other languages that people paste.</summary>
internal static class Operators
{
    private static readonly Dictionary<string, Operation> Known = new()
    {
        ["+"] = Own("+"),
        ["-"] = Own("-"),
        ["*"] = Own("*"),
        ["/"] = Own("/"),
        ["//"] = Own("//"),
        ["%"] = Own("%"),
        ["**"] = Own("**"),
        ["<"] = Own("<"),
        ["<="] = Own("<="),
        [">"] = Own(">"),
        [">="] = Own(">="),
        ["=="] = Own("=="),
        ["!="] = Own("!="),
        ["="] = Assigning("="),
        ["+="] = Assigning("+="),
        ["-="] = Assigning("-="),
        ["*="] = Assigning("*="),
        ["/="] = Assigning("/="),
        ["**="] = Assigning("**="),
        ["//="] = Assigning("//="),
        ["%="] = Assigning("%="),
        [":="] = new Operation(TokenKind.Assignment, "=", "write '='"),
        ["^="] = new Operation(TokenKind.Assignment, "**=", "write '**='"),
        ["^"] = Foreign("**", "a power is written '**': x**2"),
        [".^"] = Foreign("**", "a power is written '**': x**2"),
        [".*"] = Foreign("*", "write '*'; every value here is a single number"),
        ["./"] = Foreign("/", "write '/'; every value here is a single number"),
        ["&&"] = Foreign("and", "write 'and'"),
        ["&"] = Foreign("and", "write 'and'"),
        ["||"] = Foreign("or", "write 'or'"),
        ["|"] = Foreign("or", "write 'or'"),
        ["!"] = Foreign("not", "write 'not'"),
        ["~"] = Foreign("not", "write 'not'"),
        ["<>"] = Foreign("!=", "write '!='"),
        ["~="] = Foreign("!=", "write '!='"),
        ["=<"] = Foreign("<=", "write '<='"),
        ["=>"] = Foreign(">=", "write '>='"),
        ["==="] = Foreign("==", "write '=='"),
    };

    private static readonly Dictionary<string, Operation>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The longest operator at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="operation">The operator.</param>
    /// <returns>Its length; 0 where there is none.</returns>
    public static int Match(ReadOnlySpan<char> text, out Operation operation)
    {
        for (var length = Math.Min(3, text.Length); length > 0; length--)
        {
            if (BySpan.TryGetValue(text[..length], out operation))
                return length;
        }

        operation = default;
        return 0;
    }

    /// <summary>How strongly a binary operator binds: from 1 for "or" to 6 for "*"; 0 for any other token.</summary>
    /// <param name="token">A token.</param>
    public static int Strength(Token token) => token.Kind != TokenKind.Operator ? 0 : token.Text switch
    {
        "or" => 1,
        "and" => 2,
        "<" or "<=" or ">" or ">=" or "==" or "!=" => Comparison,
        "+" or "-" => 5,
        "*" or "/" or "//" or "%" => Product,
        _ => 0,
    };

    /// <summary>The strength of "not".</summary>
    public const int Negation = 3;

    /// <summary>The strength of comparisons.</summary>
    public const int Comparison = 4;

    /// <summary>The strength of products.</summary>
    public const int Product = 6;

    private static Operation Own(string text) => new(TokenKind.Operator, text, null);

    private static Operation Assigning(string text) => new(TokenKind.Assignment, text, null);

    private static Operation Foreign(string text, string hint) => new(TokenKind.Operator, text, hint);

    /// <summary>An operator.</summary>
    /// <param name="Kind">Operator or assignment.</param>
    /// <param name="Text">As this language writes it.</param>
    /// <param name="Hint">For an operator of another language what to write instead.</param>
    public readonly record struct Operation(TokenKind Kind, string Text, string? Hint);
}
