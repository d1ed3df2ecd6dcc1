using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>The left side of a differential equation: dv/dt.</summary>
internal static class DerivativeHead
{
    /// <summary>Whether a token may be the upper half: "dv" names v.</summary>
    public static bool Names(Token token) =>
        token.Kind == TokenKind.Name && token.Text.Length > 1 && token.Text[0] == 'd';

    /// <summary>Whether dX/dY stands so many tokens behind the cursor.</summary>
    public static bool IsAt(TokenCursor cursor, int ahead = 0) =>
        Names(cursor.Ahead(ahead)) && cursor.Ahead(ahead + 1).Is("/") && Names(cursor.Ahead(ahead + 2));

    /// <summary>The variable of an upper half: v of dv.</summary>
    public static Token Variable(Token upper) =>
        upper with { Text = upper.Text[1..], Span = new TextSpan(upper.Span.Start + 1, upper.Span.Length - 1) };
}
