using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Declaring;

/// <summary>
/// Finds the dimension of inputs that are not declared anywhere (I_syn, I_ext) from where they stand: what is added to
/// a current is a current. Nothing is checked here; where a dimension cannot be told, nothing is said.
/// </summary>
internal sealed class InputDimensions(Scope scope, IReadOnlySet<string> inputs)
{
    private readonly Dictionary<string, Dimension> found = new(StringComparer.Ordinal);

    // Chains of comparisons share their middle parts, see SyntaxNodes.
    private readonly HashSet<ExpressionSyntax> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ExpressionSyntax, Dimension?> guesses = new(ReferenceEqualityComparer.Instance);

    /// <summary>The dimension of an input: ampere where it could not be told.</summary>
    public Dimension Of(string input) => found.TryGetValue(input, out var dimension) ? dimension : Dimension.Current;

    /// <summary>The dimension of an input, where it could be told.</summary>
    public bool TryFind(string input, out Dimension dimension) => found.TryGetValue(input, out dimension);

    /// <summary>Forgets which expressions were read, but not what was found.</summary>
    public void Forget()
    {
        seen.Clear();
        guesses.Clear();
    }

    /// <summary>Looks for inputs in an expression that should have a dimension.</summary>
    public void Learn(ExpressionSyntax syntax, Dimension? expected)
    {
        if (!seen.Add(syntax))
            return;
        switch (syntax)
        {
            case ExpressionSyntax.Name name when expected is { } dimension && inputs.Contains(name.Identifier):
                found.TryAdd(name.Identifier, dimension);
                break;
            case ExpressionSyntax.Unary unary:
                Learn(unary.Operand, expected);
                break;
            case ExpressionSyntax.Binary { Operator: "*" } product:
                Learn(product.Left, expected / Guess(product.Right));
                Learn(product.Right, expected / Guess(product.Left));
                break;
            case ExpressionSyntax.Binary { Operator: "/" } quotient:
                Learn(quotient.Left, expected * Guess(quotient.Right));
                Learn(quotient.Right, Guess(quotient.Left) / expected);
                break;
            case ExpressionSyntax.Binary { Operator: "**" } power:
                Learn(power.Left, null);
                Learn(power.Right, Dimension.None);
                break;
            case ExpressionSyntax.Binary { Operator: "and" or "or" } junction:
                Learn(junction.Left, null);
                Learn(junction.Right, null);
                break;
            case ExpressionSyntax.Binary same:
                var known = Guess(same.Left) ?? Guess(same.Right)
                    ?? (same.Operator is "+" or "-" or "%" ? expected : null);
                Learn(same.Left, known);
                Learn(same.Right, known);
                break;
            case ExpressionSyntax.Call call:
                LearnArguments(call, expected);
                break;
        }
    }

    private void LearnArguments(ExpressionSyntax.Call call, Dimension? expected)
    {
        var inside = Functions.TakesPlainNumber(call.Function, out _) ? Dimension.None
            : call.Function is "clip" ? call.Arguments.Select(Guess).FirstOrDefault(g => g is not null) ?? expected
            : call.Function is "abs" or "floor" or "ceil" or "delay" ? expected : null;
        foreach (var argument in call.Arguments)
            Learn(argument, inside);
    }

    /// <summary>The dimension of an expression, or null where it hangs on an input or on a mistake.</summary>
    public Dimension? Guess(ExpressionSyntax syntax)
    {
        if (!guesses.TryGetValue(syntax, out var guess))
            guesses[syntax] = guess = GuessNew(syntax);
        return guess;
    }

    private Dimension? GuessNew(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Number => Dimension.None,
        ExpressionSyntax.Name name => GuessName(name.Identifier),
        ExpressionSyntax.Unary unary => Guess(unary.Operand),
        ExpressionSyntax.Binary { Operator: "*" } product => Guess(product.Left) * Guess(product.Right),
        ExpressionSyntax.Binary { Operator: "/" } quotient => Guess(quotient.Left) / Guess(quotient.Right),
        ExpressionSyntax.Binary { Operator: "+" or "-" or "%" } sum => Guess(sum.Left) ?? Guess(sum.Right),
        ExpressionSyntax.Binary { Operator: "**" } power => GuessPower(power),
        ExpressionSyntax.Call call => GuessCall(call),
        _ => null,
    };

    private Dimension? GuessName(string name)
    {
        if (inputs.Contains(name))
            return found.TryGetValue(name, out var known) ? known : null;
        if (scope.TryFind(name, out var symbol))
            return symbol.Kind == SymbolKind.Undetermined ? null : symbol.Dimension;
        if (name == "xi" || name.StartsWith("xi_", StringComparison.Ordinal))
            return Dimension.Time.Power(-0.5);
        return PhysicalConstants.Find(name)?.Dimension ?? UnitTable.Find(name)?.Dimension;
    }

    private Dimension? GuessPower(ExpressionSyntax.Binary power)
    {
        if (Guess(power.Left) is not { } unit)
            return null;
        if (unit.IsNone)
            return unit;
        var (number, sign) = power.Right is ExpressionSyntax.Unary { Operator: "-" } negative
            ? (negative.Operand, -1)
            : (power.Right, 1);
        return number is ExpressionSyntax.Number { Value: var exponent }
            && unit.TryPower(sign * exponent, out var raised)
            ? raised
            : null;
    }

    private Dimension? GuessCall(ExpressionSyntax.Call call)
    {
        if (call.Function is "abs" or "floor" or "ceil" or "clip" or "delay" && call.Arguments.Count > 0)
            return Guess(call.Arguments[0]);
        if (call.Function != "sqrt" || call.Arguments.Count != 1)
            return Functions.IsKnown(call.Function) ? Dimension.None : null;
        return Guess(call.Arguments[0]) is { } square && square.TryPower(0.5, out var root) ? root : null;
    }
}
