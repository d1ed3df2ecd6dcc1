using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Mistakes;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>
/// Reads an expression by operator precedence. Mistakes whose meaning is plain are reported and read on as meant;
/// others are reported and end the expression. Its depth is bounded, whatever the text.
/// </summary>
internal sealed class ExpressionReader(TokenCursor cursor, Findings findings)
{
    /// <summary>Operations that may stand inside each other, or in a row.</summary>
    public const int MostDepth = 200;

    private readonly ExpressionMistakes mistakes = new(cursor, findings);
    private int nesting;
    private bool inArguments;
    private bool inExponent;

    /// <summary>
    /// Whether a value right behind a value ends the expression, outside brackets: where no colon follows, it is
    /// rather the unit without its colon.
    /// </summary>
    public bool EndsAtSecondValue { get; init; }

    /// <summary>
    /// Whether what was read may be grouped otherwise than meant: a bracket is never closed, an operator is missing.
    /// </summary>
    public bool IsDoubtful => mistakes.LeaveDoubt;

    /// <summary>The expression at the cursor; null after a mistake that made it unreadable; all are reported.</summary>
    public ExpressionSyntax? Read() => ReadBinary(1).Syntax;

    private Branch ReadBinary(int least)
    {
        var left = ReadUnary(least);
        while (left.Syntax is not null)
        {
            cursor.SkipBreaks(wantsValue: false);
            var token = cursor.Current;
            if (token.BeginsValue)
            {
                if (EndsHere() || cursor.DefinesHere || Operators.Product < least)
                    return left;
                if (!mistakes.Gap())
                    return default;
                left = Join("*", left, ReadBinary(Operators.Product + 1), new TextSpan(token.Span.Start, 0));
                continue;
            }

            if (token is { Kind: TokenKind.Assignment, Text: "=" } && ComparesHere() && least <= Operators.Comparison)
            {
                findings.Error(
                    token.Span, "found '=' where a comparison was expected", "write '==' to compare two values");
                token = token with { Kind = TokenKind.Operator, Text = "==" };
            }

            var strength = Operators.Strength(token);
            if (strength == 0 || strength < least)
                return left;
            left = strength == Operators.Comparison ? ReadComparisons(left) : ReadRight(left, token, strength);
        }

        return left;
    }

    private Branch ReadRight(Branch left, Token token, int strength)
    {
        cursor.Take();
        return Join(token.Text, left, ReadBinary(strength + 1), token.Span);
    }

    // a < b < c is (a < b) and (b < c).
    private Branch ReadComparisons(Branch left)
    {
        Branch all = default;
        while (left.Syntax is not null)
        {
            var token = cursor.Take();
            var right = ReadBinary(Operators.Comparison + 1);
            var one = Join(token.Kind == TokenKind.Assignment ? "==" : token.Text, left, right, token.Span);
            all = all.Syntax is null ? one : Join("and", all, one, token.Span);
            if (all.Syntax is null)
                return default;
            cursor.SkipBreaks(wantsValue: false);
            if (Operators.Strength(cursor.Current) != Operators.Comparison)
                return all;
            left = right;
        }

        return default;
    }

    private Branch ReadUnary(int least)
    {
        cursor.SkipBreaks(wantsValue: true);
        var token = cursor.Current;
        if (!token.Is("-") && !token.Is("+") && !token.Is("not"))
            return ReadPower();
        if (!Enter(token))
            return default;
        cursor.Take();
        var negates = token.Text == "not";
        if (negates && least > Operators.Negation)
        {
            findings.Error(
                token.Span, "'not' cannot stand behind an operator that binds more strongly",
                "put it in parentheses: (not x)");
        }

        var operand = negates ? ReadBinary(Operators.Negation) : ReadUnary(Operators.Product + 1);
        nesting--;
        return operand.Syntax is null
            ? default
            : Checked(new ExpressionSyntax.Unary(token.Text, operand.Syntax, token.Span.To(operand.Syntax.Span)),
                operand.Height + 1);
    }

    private Branch ReadPower()
    {
        var bareNumber = cursor.Current.Kind == TokenKind.Number;
        var left = ReadPrimary();
        if (left.Syntax is null)
            return default;
        if (bareNumber && !inExponent && cursor.Current.Kind == TokenKind.Name
            && cursor.Ahead(1).Kind != TokenKind.Open && !Keywords.Reserves(cursor.Current.Text))
        {
            // 281 pF: the unit, with its power, belongs to the number before anything else does.
            var gap = new TextSpan(cursor.Current.Span.Start, 0);
            return Join("*", left, ReadPower(), gap);
        }

        cursor.SkipBreaks(wantsValue: false);
        var token = cursor.Current;
        if (!token.Is("**"))
            return left;
        if (!Enter(token))
            return default;
        cursor.Take();
        var outer = inExponent;
        inExponent = true;
        var right = ReadUnary(Operators.Product + 1);
        inExponent = outer;
        nesting--;
        return Join("**", left, right, token.Span);
    }

    private Branch ReadPrimary()
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                cursor.Take();
                if (!inArguments)
                    mistakes.DecimalComma(token);
                return new Branch(token.ToNumber(), 1);
            case TokenKind.Open:
                return ReadGroup();
            case TokenKind.Name when token.Text is "if":
                mistakes.Conditional();
                return default;
            case TokenKind.Name:
                cursor.Take();
                if (cursor.Current.Kind == TokenKind.Open && !EndsHere())
                    return ReadCall(token);
                mistakes.Name(token);
                return new Branch(new ExpressionSyntax.Name(token.Text, token.Span), 1);
            case TokenKind.Unreadable:
                return default;
            default:
                mistakes.NoValue();
                return default;
        }
    }

    private Branch ReadGroup()
    {
        var open = cursor.Current;
        if (!Enter(open) || !OpenBracket(open))
            return default;
        var (outerArguments, outerExponent) = (inArguments, inExponent);
        (inArguments, inExponent) = (false, false);
        var inner = cursor.Current.Kind == TokenKind.Close ? Empty(open) : ReadBinary(1);
        (inArguments, inExponent) = (outerArguments, outerExponent);
        nesting--;
        if (inner.Syntax is null || !CloseBracket(open))
            return default;
        return inner with { Syntax = inner.Syntax with { Span = cursor.From(open) } };
    }

    private Branch Empty(Token open)
    {
        findings.Error(open.Span.To(cursor.Current.Span), "found '()' where a value was expected");
        return default;
    }

    private Branch ReadCall(Token name)
    {
        var open = cursor.Current;
        mistakes.Name(name);
        if (!Enter(open) || !OpenBracket(open))
            return default;
        var (outerArguments, outerExponent) = (inArguments, inExponent);
        (inArguments, inExponent) = (true, false);
        var arguments = new List<ExpressionSyntax>();
        var height = 0;
        var complete = true;
        cursor.SkipBreaks(wantsValue: true);
        while (complete && (cursor.Current.Kind != TokenKind.Close || arguments.Count > 0))
        {
            var argument = ReadBinary(1);
            complete = argument.Syntax is not null;
            if (argument.Syntax is not null)
                arguments.Add(argument.Syntax);
            height = Math.Max(height, argument.Height);
            if (cursor.Current.Kind != TokenKind.Comma)
                break;
            cursor.Take();
        }

        (inArguments, inExponent) = (outerArguments, outerExponent);
        nesting--;
        if (!complete || !CloseBracket(open))
            return default;
        return Checked(
            new ExpressionSyntax.Call(name.Text, name.Span, arguments, cursor.From(name)), height + 1);
    }

    private bool OpenBracket(Token open)
    {
        if (open.Text != "(" && !mistakes.Bracket(open))
            return false;
        cursor.Take();
        cursor.OpenBrackets++;
        cursor.SkipBreaks(wantsValue: true);
        return true;
    }

    // False where what follows is neither a closing bracket nor the end.
    private bool CloseBracket(Token open)
    {
        cursor.SkipBreaks(wantsValue: false);
        cursor.OpenBrackets--;
        var token = cursor.Current;
        if (token.Kind == TokenKind.Close)
        {
            cursor.Take();
            if (open.Text == "(" && token.Text != ")")
                findings.Error(token.Span, $"found '{token.Text}' where ')' was expected");
            return true;
        }

        if (token.EndsLine || token.Kind == TokenKind.Colon)
        {
            mistakes.NeverClosed(open);
            return true;
        }

        if (token.Kind != TokenKind.Unreadable)
            findings.Error(token.Span, $"found {findings.Show(token)} where an operator or ')' was expected");
        return false;
    }

    private bool EndsHere() => EndsAtSecondValue && cursor.OpenBrackets == 0
        && (cursor.Current.Text != "(" || FlagReader.IsAt(cursor));

    private bool ComparesHere() => cursor.OpenBrackets > 0 || cursor.Form == TextForm.Expression;

    private Branch Join(string op, Branch left, Branch right, TextSpan opSpan) =>
        left.Syntax is null || right.Syntax is null
            ? default
            : Checked(
                new ExpressionSyntax.Binary(
                    op, left.Syntax, right.Syntax, opSpan, left.Syntax.Span.To(right.Syntax.Span)),
                Math.Max(left.Height, right.Height) + 1);

    private Branch Checked(ExpressionSyntax syntax, int height)
    {
        if (height <= MostDepth)
            return new Branch(syntax, height);
        ReportDepth(new TextSpan(syntax.Span.End, 0));
        return default;
    }

    private bool Enter(Token token)
    {
        if (++nesting <= MostDepth)
            return true;
        ReportDepth(token.Span);
        return false;
    }

    private void ReportDepth(TextSpan span) => findings.Error(
        span, $"found an expression of more than {MostDepth} operations inside each other or in a row",
        "name its parts in equations of their own");

    // Syntax is null after a mistake that made it unreadable.
    private readonly record struct Branch(ExpressionSyntax? Syntax, int Height);
}
