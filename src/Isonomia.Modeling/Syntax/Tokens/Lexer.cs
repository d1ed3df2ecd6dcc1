using System.Globalization;
using System.Text;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;

namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>
/// Cuts a text into tokens. What no token can be made of is reported here, once for each different character, and
/// stands in for what it was meant to be where that is plain (a typographic minus), so that it breaks nothing else.
/// </summary>
internal sealed class Lexer
{
    /// <summary>Characters read of one text.</summary>
    public const int MostCharacters = 100_000;

    private readonly string text;
    private readonly int end;
    private readonly Findings findings;
    private readonly List<Token> tokens = [];
    private readonly OddCharacterTally odd = new();
    private int at;

    private Lexer(Findings findings)
    {
        this.findings = findings;
        text = findings.Source.Text;
        (at, end) = PastedText.Inside(text);
    }

    /// <summary>The tokens of a text; the last is its end.</summary>
    /// <param name="findings">Names the text and takes what is wrong with it.</param>
    /// <returns>Nothing but the end where the text is too long.</returns>
    public static Token[] Read(Findings findings)
    {
        var lexer = new Lexer(findings);
        if (lexer.text.Length > MostCharacters)
        {
            findings.Error(
                default,
                $"found a text of {lexer.text.Length:N0} characters where at most {MostCharacters:N0} were expected");
            return [new Token(TokenKind.End, "", default)];
        }

        lexer.ReadAll();
        return [.. lexer.tokens];
    }

    private void ReadAll()
    {
        while (at < end)
            ReadOne();
        odd.Report(findings);
        if (tokens is [.., { Kind: TokenKind.Break }])
            tokens.RemoveAt(tokens.Count - 1);
        tokens.Add(new Token(TokenKind.End, "", new TextSpan(tokens is [.., var last] ? last.Span.End : at, 0)));
    }

    private void ReadOne()
    {
        var c = text[at];
        switch (c)
        {
            case ' ' or '\t' or '\r':
                at++;
                break;
            case '\n':
                if (tokens is [.., { Kind: not TokenKind.Break }])
                    tokens.Add(new Token(TokenKind.Break, "", new TextSpan(tokens[^1].Span.End, 0)));
                at++;
                break;
            case '#':
                while (at < end && text[at] != '\n')
                    at++;
                break;
            case '\\' when ContinuesLine(out var next):
                at = next;
                break;
            case '\uFEFF' when at == 0:
                at++;
                break;
            case ',' or ';' or '(' or ')' or '[' or ']' or '{' or '}':
                Add(Bracket(c), c.ToString(), 1);
                break;
            case '\'' or '"' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '`':
                ReadQuote(c);
                break;
            case (>= '0' and <= '9') or '.' when c != '.' || IsDigit(at + 1):
                ReadNumber();
                break;
            default:
                if (char.IsLetter(c) || c == '_')
                    ReadName();
                else if (!ReadModule() && !ReadOperator())
                    ReadOdd();
                break;
        }
    }

    private static TokenKind Bracket(char c) => c switch
    {
        ',' => TokenKind.Comma,
        ';' => TokenKind.Semicolon,
        '(' or '[' or '{' => TokenKind.Open,
        _ => TokenKind.Close,
    };

    private void ReadName()
    {
        var length = 1;
        while (at + length < end && (char.IsLetterOrDigit(text[at + length]) || text[at + length] == '_'))
            length++;
        var name = text.Substring(at, length);
        Add(name is "and" or "or" or "not" ? TokenKind.Operator : TokenKind.Name, name, length);
    }

    // np.exp(x) is Python's way to a function; it is read on as exp(x).
    private bool ReadModule()
    {
        if (text[at] != '.' || tokens is not [.., { Kind: TokenKind.Name, Text: "np" or "numpy" or "math" or "scipy" } module]
            || module.Span.End != at || at + 1 >= end || !char.IsLetter(text[at + 1]))
        {
            return false;
        }

        tokens.RemoveAt(tokens.Count - 1);
        at++;
        findings.Error(
            new TextSpan(module.Span.Start, at - module.Span.Start),
            $"found '{module.Text}.' where a function's own name was expected", $"leave '{module.Text}.' out");
        return true;
    }

    private void ReadNumber()
    {
        var stop = Digits(at);
        if (stop < end && text[stop] == '.')
            stop = Digits(stop + 1);
        if (stop < end && text[stop] is 'e' or 'E')
        {
            var exponent = stop + 1 < end && text[stop + 1] is '+' or '-' ? stop + 2 : stop + 1;
            if (IsDigit(exponent))
                stop = Digits(exponent);
        }

        var whole = stop;
        if (stop < end && text[stop] is 'e' or 'E' && !(stop + 1 < end && (char.IsLetterOrDigit(text[stop + 1])
            || text[stop + 1] == '_')))
        {
            whole++;
        }

        while (whole < end && (text[whole] is '.' or '_' || (whole > stop && IsDigit(whole))) && !IsDotOperator(whole))
            whole++;
        var span = new TextSpan(at, whole - at);
        if (whole > stop)
        {
            findings.Error(span, $"'{Short(span)}' is not a number", "a number is written 1000, 0.5 or 1e-3");
        }
        else if (!double.IsFinite(double.Parse(text.AsSpan(at, stop - at), CultureInfo.InvariantCulture)))
        {
            findings.Error(span, $"the number '{Short(span)}' is too large", "numbers go to 1e308");
            tokens.Add(new Token(TokenKind.Number, "1", span));
            at = whole;
            return;
        }

        tokens.Add(new Token(TokenKind.Number, text[at..stop], span));
        at = whole;
    }

    private bool ReadOperator()
    {
        var length = Operators.Match(text.AsSpan(at, end - at), out var operation);
        if (length == 0)
        {
            if (text[at] != ':')
                return false;
            Add(TokenKind.Colon, ":", 1);
            return true;
        }

        if (operation.Hint is not null)
        {
            findings.Error(
                new TextSpan(at, length), $"unknown operator '{text.AsSpan(at, length)}'", operation.Hint);
        }

        Add(operation.Kind, operation.Text, length);
        return true;
    }

    // v' = ... is a derivative in XPP; any other quote comes from a program's text.
    private void ReadQuote(char quote)
    {
        if (quote is '\'' or '\u2019' && tokens is [.., { Kind: TokenKind.Name or TokenKind.Prime } before]
            && before.Span.End == at)
        {
            Add(TokenKind.Prime, "'", 1);
            return;
        }

        var length = 1;
        while (length < 3 && at + length < end && text[at + length] == quote)
            length++;
        odd.AddQuote(new TextSpan(at, length));
        Add(TokenKind.Unreadable, "", length);
    }

    private void ReadOdd()
    {
        var power = Superscripts.Read(text.AsSpan(at, end - at));
        if (power.Length > 0)
        {
            ReadRaised(power);
            return;
        }

        var length = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
        var span = new TextSpan(at, length);
        odd.Add(length == 1 && char.IsSurrogate(text[at]) ? Rune.ReplacementChar : rune, span);
        var replacement = OddCharacters.Find(rune)?.Replacement;
        if (replacement is null)
            tokens.Add(new Token(TokenKind.Unreadable, "", span));
        else if (replacement.Trim().Length > 0)
            tokens.Add(new Token(TokenKind.Operator, replacement, span));
        at = span.End;
    }

    // x² is read on as x**2.
    private void ReadRaised(string power)
    {
        var span = new TextSpan(at, power.Length);
        findings.Error(span, $"found the raised '{Short(span)}'", $"a power is written '**{Cut(power)}'");
        var digits = power.TrimStart('-', '+');
        var readable = digits.Length == power.Length - (power[0] is '-' or '+' ? 1 : 0)
            && double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var exponent)
            && double.IsFinite(exponent);
        tokens.Add(new Token(TokenKind.Operator, "**", span with { Length = 0 }));
        if (power[0] is '-' or '+')
            tokens.Add(new Token(TokenKind.Operator, power[..1], span with { Length = 0 }));
        tokens.Add(new Token(readable ? TokenKind.Number : TokenKind.Unreadable, readable ? digits : "", span));
        at = span.End;
    }

    private bool ContinuesLine(out int next)
    {
        next = at + 1;
        while (next < end && text[next] is ' ' or '\t' or '\r')
            next++;
        if (next < end && text[next] != '\n')
            return false;
        next = Math.Min(next + 1, end);
        return true;
    }

    private int Digits(int from)
    {
        while (IsDigit(from))
            from++;
        return from;
    }

    private bool IsDigit(int index) => index < end && text[index] is >= '0' and <= '9';

    private bool IsDotOperator(int index) =>
        text[index] == '.' && index + 1 < end && text[index + 1] is '*' or '/' or '^';

    private string Short(TextSpan span) => Cut(text.Substring(span.Start, span.Length));

    private static string Cut(string shown) => shown.Length > 40 ? shown[..40] + "..." : shown;

    private void Add(TokenKind kind, string token, int length)
    {
        tokens.Add(new Token(kind, token, new TextSpan(at, length)));
        at += length;
    }
}
