using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>
/// Walks over the tokens of a text. It knows at which line ends something new begins, so that a mistake spoils one
/// equation or statement only: an unclosed parenthesis never swallows the next one.
/// </summary>
internal sealed class TokenCursor
{
    private readonly Token[] tokens;
    private readonly Boundary[] boundaries;
    private readonly TextForm form;

    /// <summary>A cursor at the first token.</summary>
    /// <param name="tokens">The tokens; the last is the end.</param>
    /// <param name="form">What the text holds.</param>
    public TokenCursor(Token[] tokens, TextForm form)
    {
        this.tokens = tokens;
        this.form = form;
        boundaries = new Boundary[tokens.Length];
        for (var i = 0; i < tokens.Length && form != TextForm.Expression; i++)
            boundaries[i] = tokens[i].Kind == TokenKind.Break ? BoundaryAt(i) : Boundary.None;
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
    public Token Ahead(int count) => tokens[Math.Clamp(Position + count, 0, tokens.Length - 1)];

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
    public bool AtEndOfItem => EndsItem(Position);

    /// <summary>
    /// Whether the current token begins a definition, "w =" or "dw/dt =", as the second on its line does.
    /// </summary>
    public bool DefinesHere => form != TextForm.Expression && OpenBrackets == 0 && Current.Kind == TokenKind.Name
        && (Ahead(1).Kind == TokenKind.Assignment
            || (DerivativeHead.IsAt(this) && Ahead(3).Kind == TokenKind.Assignment));

    /// <summary>Whether an assignment follows on this line, in front of any colon and outside brackets.</summary>
    public bool AssignmentFollows()
    {
        var depth = 0;
        for (var i = Position; !tokens[i].EndsLine && tokens[i].Kind != TokenKind.Colon; i++)
        {
            if (tokens[i].Kind == TokenKind.Assignment && depth == 0)
                return true;
            depth = Math.Max(0, depth + Depth(tokens[i]));
        }

        return false;
    }

    /// <summary>Goes to where the next equation or statement begins; false at the end.</summary>
    public bool GoToItem()
    {
        while (Current.Kind is TokenKind.Break or TokenKind.Semicolon)
            Position++;
        OpenBrackets = 0;
        return Current.Kind != TokenKind.End;
    }

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

    /// <summary>Goes to the last colon of the first line with one, or else to where something new begins.</summary>
    public void SkipToColon()
    {
        var colon = FindColon();
        if (colon >= 0)
            Position = colon;
        else
            SkipItem();
        OpenBrackets = 0;
    }

    /// <summary>The stretch from a token to the last one taken.</summary>
    public TextSpan From(Token first) => Position == 0 ? first.Span : first.Span.To(tokens[Position - 1].Span);

    private int FindColon()
    {
        var found = -1;
        for (var i = Position; !EndsItem(i); i++)
        {
            if (tokens[i].Kind == TokenKind.Colon)
                found = i;
            else if (tokens[i].Kind == TokenKind.Break && found >= 0)
                break;
        }

        return found;
    }

    private bool EndsItem(int index) => tokens[index].Kind is TokenKind.End or TokenKind.Semicolon
        || boundaries[index] == Boundary.Always
        || boundaries[index] == (OpenBrackets > 0 ? Boundary.InBrackets : Boundary.OutsideBrackets);

    private bool GoesOn(bool wantsValue)
    {
        if (form == TextForm.Expression)
            return true;
        if (EndsItem(Position))
            return false;
        return wantsValue || OpenBrackets > 0 || tokens[Position + 1].Kind is TokenKind.Operator or TokenKind.Colon;
    }

    // No expression holds "=", so a line with one defines something. So does "name :" or "name, name :", unless the
    // line before ends in an operator outside brackets. Outside brackets no expression goes on with a name behind a
    // complete value, so that a line which begins so is at least meant to define something.
    private Boundary BoundaryAt(int lineEnd)
    {
        var depth = 0;
        var namesOnly = form == TextForm.Equations;
        for (var i = lineEnd + 1; !tokens[i].EndsLine; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Assignment && depth == 0)
                return Boundary.Always;
            if (token.Kind == TokenKind.Colon && !(namesOnly && i > lineEnd + 1))
                break;
            if (token.Kind == TokenKind.Colon)
                return Unfinished(lineEnd) ? Boundary.InBrackets : Boundary.Always;
            namesOnly &= token.Kind == ((i - lineEnd) % 2 == 1 ? TokenKind.Name : TokenKind.Comma);
            depth = Math.Max(0, depth + Depth(token));
        }

        if (IsDerivative(lineEnd + 1))
            return Boundary.Always;
        var goesOn = Unfinished(lineEnd) || tokens[lineEnd - 1].Kind is TokenKind.Comma or TokenKind.Open;
        return tokens[lineEnd + 1].Kind == TokenKind.Name && !goesOn ? Boundary.OutsideBrackets : Boundary.None;
    }

    private bool Unfinished(int lineEnd) =>
        tokens[lineEnd - 1].Kind is TokenKind.Operator or TokenKind.Assignment;

    private static int Depth(Token token) =>
        token.Kind == TokenKind.Open ? 1 : token.Kind == TokenKind.Close ? -1 : 0;

    // dv/dt without a sign of equality, or with "==": a definition all the same.
    private bool IsDerivative(int first) =>
        first + 2 < tokens.Length && DerivativeHead.Names(tokens[first]) && tokens[first + 1].Is("/")
        && tokens[first + 2] is { Kind: TokenKind.Name, Text: "dt" };

    private enum Boundary
    {
        None,
        InBrackets,
        OutsideBrackets,
        Always,
    }
}
