using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>
/// Walks over the tokens of a text. It knows at which line ends something new begins, so that a mistake spoils one
/// equation or statement only: an unclosed parenthesis never swallows the next one.
/// </summary>
internal sealed class TokenCursor
{
    private readonly Token[] tokens;
    private readonly bool[] beginsAnew;
    private readonly TextForm form;

    /// <summary>A cursor at the first token.</summary>
    /// <param name="tokens">The tokens; the last is the end.</param>
    /// <param name="form">What the text holds.</param>
    public TokenCursor(Token[] tokens, TextForm form)
    {
        this.tokens = tokens;
        this.form = form;
        beginsAnew = new bool[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            beginsAnew[i] = tokens[i].Kind == TokenKind.Break && form != TextForm.Expression && DefinesBehind(i);
    }

    /// <summary>Index of the current token.</summary>
    public int Position { get; set; }

    /// <summary>Brackets that are open at the current token.</summary>
    public int OpenBrackets { get; set; }

    /// <summary>What the text holds.</summary>
    public TextForm Form => form;

    /// <summary>The current token.</summary>
    public Token Current => tokens[Position];

    /// <summary>The token before the current one; the current one at the start.</summary>
    public Token Previous => tokens[Math.Max(0, Position - 1)];

    /// <summary>The token so many behind the current one, the end where there are fewer.</summary>
    public Token Ahead(int count) => tokens[Math.Min(Position + count, tokens.Length - 1)];

    /// <summary>Goes to the next token, and returns the one it leaves.</summary>
    public Token Take()
    {
        var token = tokens[Position];
        if (token.Kind != TokenKind.End)
            Position++;
        return token;
    }

    /// <summary>Goes over the end of a line where the expression goes on behind it.</summary>
    /// <param name="wantsValue">Whether a value must follow, not an operator.</param>
    public void SkipBreaks(bool wantsValue)
    {
        while (Current.Kind == TokenKind.Break && GoesOn(wantsValue))
            Position++;
    }

    /// <summary>Whether something new begins here: at the end, a semicolon, or a line that defines something.</summary>
    public bool AtEndOfItem => Current.Kind is TokenKind.End or TokenKind.Semicolon || beginsAnew[Position];

    /// <summary>Goes to the end of the line.</summary>
    public void SkipLine()
    {
        while (!Current.EndsLine)
            Position++;
        OpenBrackets = 0;
    }

    /// <summary>Goes to where something new begins.</summary>
    public void SkipItem()
    {
        while (!AtEndOfItem)
            Position++;
        OpenBrackets = 0;
    }

    /// <summary>Whether a colon follows before something new begins.</summary>
    public bool ColonFollows() => FindColon() >= 0;

    /// <summary>Goes to the last colon of the first line with one, or else to the end of the line.</summary>
    public void SkipToColon()
    {
        var colon = FindColon();
        if (colon >= 0)
            Position = colon;
        else
            SkipLine();
        OpenBrackets = 0;
    }

    /// <summary>The stretch from a token to the last one taken.</summary>
    public TextSpan From(Token first) => Position == 0 ? first.Span : first.Span.To(tokens[Position - 1].Span);

    private int FindColon()
    {
        var found = -1;
        for (var i = Position; tokens[i].Kind is not (TokenKind.End or TokenKind.Semicolon) && !beginsAnew[i]; i++)
        {
            if (tokens[i].Kind == TokenKind.Colon)
                found = i;
            else if (tokens[i].Kind == TokenKind.Break && found >= 0)
                break;
        }

        return found;
    }

    private bool GoesOn(bool wantsValue)
    {
        if (form == TextForm.Expression)
            return true;
        if (beginsAnew[Position])
            return false;
        return wantsValue || OpenBrackets > 0 || tokens[Position + 1].Kind is TokenKind.Operator or TokenKind.Colon;
    }

    // No expression holds "=", so a line with one defines something; so does "name :" or "name, name :" unless the
    // line before is visibly unfinished.
    private bool DefinesBehind(int lineEnd)
    {
        var depth = 0;
        var namesOnly = form == TextForm.Equations && !Unfinished(lineEnd);
        for (var i = lineEnd + 1; !tokens[i].EndsLine; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Assignment && depth == 0)
                return true;
            if (token.Kind == TokenKind.Colon)
                return namesOnly && i > lineEnd + 1;
            namesOnly &= token.Kind == ((i - lineEnd) % 2 == 1 ? TokenKind.Name : TokenKind.Comma);
            if (token.Kind == TokenKind.Open)
                depth++;
            else if (token.Kind == TokenKind.Close)
                depth = Math.Max(0, depth - 1);
        }

        return IsDerivative(lineEnd + 1);
    }

    // dv/dt without a sign of equality, or with "==": a definition all the same.
    private bool IsDerivative(int first) =>
        first + 2 < tokens.Length && DerivativeHead.Names(tokens[first]) && tokens[first + 1].Is("/")
        && tokens[first + 2] is { Kind: TokenKind.Name, Text: "dt" };

    private bool Unfinished(int lineEnd) =>
        lineEnd > 0 && tokens[lineEnd - 1].Kind is TokenKind.Operator or TokenKind.Assignment or TokenKind.Open
            or TokenKind.Comma;
}
