using System.Globalization;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>A token of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name, or an operator as this language writes it ("**" also where "^" stood).</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct Token(TokenKind Kind, string Text, TextSpan Span)
{
    /// <summary>Whether nothing of a line follows.</summary>
    public bool EndsLine => Kind is TokenKind.End or TokenKind.Break or TokenKind.Semicolon;

    /// <summary>Whether a value may begin with it, signs aside.</summary>
    public bool BeginsValue => Kind is TokenKind.Number or TokenKind.Name or TokenKind.Open;

    /// <summary>The number that it is.</summary>
    public ExpressionSyntax.Number ToNumber() => new(
        double.Parse(Text, CultureInfo.InvariantCulture), Text.AsSpan().IndexOfAny('.', 'e', 'E') < 0, Span);

    /// <summary>Whether it is this operator or assignment.</summary>
    public bool Is(string text) => Kind is TokenKind.Operator or TokenKind.Assignment && Text == text;
}
