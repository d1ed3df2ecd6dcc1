using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <content>Functions and random draws.</content>
internal sealed partial class ExpressionTyper
{
    private Typed? TypeCall(ExpressionSyntax.Call syntax, Dimension? expected)
    {
        var function = syntax.Function;
        if (function == "delay" && scope.Delays is { } delays)
            return TypeDelay(syntax, expected, delays);
        var isDistribution = rules.AllowsDistributions && function is "uniform" or "normal";
        var arity = isDistribution ? 2 : Functions.Arity(function);
        if (arity is null)
        {
            UnknownFunction(syntax);
            return null;
        }

        if (syntax.Arguments.Count != arity)
        {
            foreach (var argument in syntax.Arguments)
                Type(argument, null);
            findings.Error(syntax.Span, $"'{function}' takes {Count(arity.Value)}, found {syntax.Arguments.Count}",
                arity == 0 ? $"write {function}()" : null);
            return null;
        }

        if (Functions.TakesPlainNumber(function, out var op))
            return TypePlain(syntax, op);
        if (Functions.TakesAnyUnit(function, out op))
            return TypeAnyUnit(syntax, op, expected);
        return function switch
        {
            "clip" => TypeClip(syntax, expected),
            "int" => TypeInt(syntax),
            "timestep" => TypeTimestep(syntax),
            _ => TypeDraw(syntax, expected),
        };
    }

    private static string Count(int arity) => arity switch
    {
        0 => "no arguments",
        1 => "1 argument",
        _ => $"{arity} arguments",
    };

    private void UnknownFunction(ExpressionSyntax.Call syntax)
    {
        foreach (var argument in syntax.Arguments)
            Type(argument, null);
        var name = syntax.Function;
        if (scope.TryFind(name, out _) || UnitTable.Find(name) is not null || PhysicalConstants.Find(name) is not null)
        {
            var content = syntax.Arguments.Count == 1 ? Text(syntax.Arguments[0]) : "...";
            findings.Error(syntax.FunctionSpan, $"'{name}' is not a function",
                $"a product needs its sign: {name}*({content})");
            return;
        }

        var overTime = syntax.Arguments.Count is 1 or 2
            && syntax.Arguments[0] is ExpressionSyntax.Name { Identifier: "t" }
            ? "a table over time (TimedArray) cannot be called here; supply it as an input, or write a formula of t"
            : null;
        findings.Error(syntax.FunctionSpan, $"unknown function '{name}'",
            Functions.KnownElsewhere(name) ?? NearestFunction(name) ?? overTime
            ?? "functions of your own cannot be called; write the formula as a subexpression");
    }

    private static string? NearestFunction(string name) => Diagnostics.NearestName.Hint(name, Functions.Names);

    // The arguments, or null when one of them has an error, is a condition or is noisy.
    private Typed[]? TypeArguments(ExpressionSyntax.Call syntax, Dimension? expected)
    {
        var typed = syntax.Arguments.Select(a => Type(a, expected)).ToArray();
        var fit = true;
        for (var k = 0; k < typed.Length; k++)
        {
            if (typed[k] is not { } value)
                fit = false;
            else
                fit &= RequireNumber(value, syntax.Arguments[k]) && RequireNoNoise(value, syntax.Arguments[k]);
        }

        if (!fit)
            return null;
        foreach (var value in typed)
            findings.Doubt(value!.LooseUnits);
        return Array.ConvertAll(typed, t => Counted(t!));
    }

    private Typed? TypePlain(ExpressionSyntax.Call syntax, Operator op) =>
        TypeArguments(syntax, Dimension.None) is [var x]
        && RequireDimension(x, syntax.Arguments[0], Dimension.None, $"'{syntax.Function}' takes a number")
            ? new Typed(Expression.Apply(op, x.Value)) { IsLiteral = x.IsLiteral }
            : null;

    private Typed? TypeAnyUnit(ExpressionSyntax.Call syntax, Operator op, Dimension? expected)
    {
        var inside = op switch
        {
            Operator.Sign => null,
            Operator.Sqrt => expected is { } wanted && wanted.TryPower(2, out var square) ? square : (Dimension?)null,
            _ => expected,
        };
        if (TypeArguments(syntax, inside) is not [var x])
            return null;
        if (op == Operator.Sqrt && !x.Dimension.TryPower(0.5, out _))
        {
            findings.UnitError(syntax.Span, $"the root of {DimensionNames.Describe(x.Dimension)} has no exact unit");
            return null;
        }

        return new Typed(Expression.Apply(op, x.Value)) { IsLiteral = x.IsLiteral };
    }

    private Typed? TypeClip(ExpressionSyntax.Call syntax, Dimension? expected)
    {
        if (TypeArguments(syntax, expected) is not [var x, var low, var high])
            return null;
        if (!HaveOneDimension(syntax.Arguments, [x, low, high], x.IsBareNumber ? expected : x.Dimension,
            "all arguments of 'clip' have one unit"))
        {
            return null;
        }

        return new Typed(Expression.Apply(Operator.Minimum,
            Expression.Apply(Operator.Maximum, x.Value, low.Value), high.Value));
    }

    private Typed? TypeInt(ExpressionSyntax.Call syntax)
    {
        var argument = syntax.Arguments[0];
        if (Type(argument, Dimension.None) is not { } x || !RequireNoNoise(x, argument))
            return null;
        return x.IsBoolean || RequireDimension(x, argument, Dimension.None, "'int' takes a number or a condition")
            ? new Typed(Expression.Apply(Operator.ToInteger, x.Value))
            : null;
    }

    private Typed? TypeTimestep(ExpressionSyntax.Call syntax)
    {
        if (TypeArguments(syntax, Dimension.Time) is not [var x, var step])
            return null;
        const string why = "'timestep' takes two times";
        return RequireDimension(x, syntax.Arguments[0], Dimension.Time, why)
            & RequireDimension(step, syntax.Arguments[1], Dimension.Time, why)
            ? new Typed(Expression.Apply(Operator.Timestep, x.Value, step.Value))
            : null;
    }

    private Typed? TypeDraw(ExpressionSyntax.Call syntax, Dimension? expected)
    {
        if (!rules.AllowsDraws)
        {
            findings.Error(syntax.Span, "found a random draw where a fixed value was expected");
            return null;
        }

        // Each place that draws has a name of its own, and keeps it when the rest of the model changes.
        var site = $"{rules.Site}#{draws.IndexOf(syntax.Span.Start)}";
        switch (syntax.Function)
        {
            case "rand":
                return new Typed(Expression.Uniform(site));
            case "randn":
                return new Typed(Expression.Normal(site));
            case "poisson":
                return TypeArguments(syntax, Dimension.None) is [var mean]
                    && RequireDimension(mean, syntax.Arguments[0], Dimension.None, "'poisson' takes a mean count")
                        ? new Typed(Expression.Poisson(site, mean.Value))
                        : null;
            default:
                return TypeDistribution(syntax, expected, site);
        }
    }

    private Typed? TypeDistribution(ExpressionSyntax.Call syntax, Dimension? expected, string site)
    {
        if (TypeArguments(syntax, expected) is not [var first, var second] || !HaveOneDimension(syntax.Arguments,
            [first, second], expected, $"both arguments of '{syntax.Function}' have one unit"))
        {
            return null;
        }

        return new Typed(syntax.Function == "uniform"
            ? first.Value + ((second.Value - first.Value) * Expression.Uniform(site))
            : first.Value + (second.Value * Expression.Normal(site)));
    }
}
