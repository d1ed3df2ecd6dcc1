using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Advising;
using Isonomia.Modeling.Equations.Declaring;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>Reads the right sides of equations whose names are all declared.</summary>
internal sealed class EquationRun(SourceText source, Declarations declarations, Scope scope, DiagnosticBag bag)
{
    private string? usesPlainNoise;

    /// <summary>An equation with its right side resolved, or null after an error.</summary>
    public Equation? Resolve(EquationSyntax equation)
    {
        var symbol = declarations.Symbols[equation.Name];
        var flags = declarations.Flags[equation.Name];
        if (equation.Right is null)
        {
            return symbol.Kind == SymbolKind.Undetermined
                ? null
                : new Equation(symbol, equation.Kind, null, Typed.NoNoise, flags);
        }

        var isState = equation.Kind == EquationKind.Differential;
        var site = isState ? $"d{equation.Name}/dt" : equation.Name;
        var typer = new ExpressionTyper(source, equation.Right, scope, new TypingRules(site, AllowsNoise: true));
        var typed = typer.Type(equation.Right, declarations.DimensionOfRight(equation));
        var fits = typed is not null && symbol.Kind != SymbolKind.Undetermined
            && (isState ? FitState(typer, typed, equation) : typer.FitTo(symbol, typed, equation.Right)) is { } right
                ? right : null;
        if (isState)
            CheckNoise(equation, typer);
        else
            symbol = KeepNoise(equation, symbol, fits is null ? null : typed, typer);
        if (flags.HasFlag(EquationFlags.EventDriven) && fits is not null)
            CheckLinear(equation, fits, typed!, typer);
        CheckDraws(equation, flags, typer);
        typer.Findings.HandOver(bag, scope.Symbols, () => new Misfit(source, declarations, scope).Explain(equation));
        var noise = isState && typed is not null ? typed.Noise : Typed.NoNoise;
        return fits is null ? null : new Equation(symbol, equation.Kind, fits, noise, flags);
    }

    public void ReportCircle(string[] circle)
    {
        var equation = declarations.Equations.First(e => e.Name == circle[0]);
        if (circle.Length == 1)
        {
            bag.Error(source, equation.NameSpan, $"'{circle[0]}' is computed from itself",
                $"if it changes over time, write d{circle[0]}/dt = ...");
            return;
        }

        bag.Error(source, equation.NameSpan,
            $"subexpressions are computed from each other: {string.Join(" from ", circle.Append(circle[0]))}");
    }

    /// <summary>Checks what equations with special flags may use and be used by.</summary>
    public void CheckUses(EquationContext context)
    {
        foreach (var equation in declarations.Equations)
        {
            if (declarations.Flags[equation.Name].HasFlag(EquationFlags.Shared))
                CheckShared(equation);
            if (context == EquationContext.Synapse && equation.Kind == EquationKind.Differential)
                CheckEvents(equation);
        }
    }

    private Expression? FitState(ExpressionTyper typer, Typed typed, EquationSyntax equation)
    {
        var name = equation.Name;
        if (typed.IsLiteral)
            typer.Findings.Doubt(typed.LooseUnits);
        return typer.RequireNumber(typed, equation.Right!) && typer.RequireDimension(typed, equation.Right!,
            declarations.DimensionOfRight(equation)!.Value, $"d{name}/dt is in the unit of {name} per second")
                ? typed.Value
                : null;
    }

    // Whether plain xi in two equations is one noise or two is not for us to guess; Brian 2 does not either.
    private void CheckNoise(EquationSyntax equation, ExpressionTyper typer)
    {
        if (SyntaxNodes.Names(equation.Right).FirstOrDefault(n => n.Identifier == "xi") is not { } noise)
            return;
        if (usesPlainNoise is null)
        {
            usesPlainNoise = equation.Name;
            return;
        }

        typer.Findings.Error(noise.Span, $"'xi' is used in the equation of '{usesPlainNoise}' already",
            "write xi_1 in both for the same noise, xi_1 and xi_2 for two independent ones");
    }

    // Between events an event-driven state is known in closed form, or not at all.
    private static void CheckLinear(EquationSyntax equation, Expression right, Typed typed, ExpressionTyper typer)
    {
        var slope = Simplifier.Simplify(Derivative.Of(right, equation.Name));
        if (typed.IsNoisy || FreeVariables.Of(slope).Contains(equation.Name))
        {
            typer.Findings.Error(equation.Right!.Span,
                $"'{equation.Name}' is event-driven, but its equation is not linear in '{equation.Name}'",
                "flag it (clock-driven), so that it is integrated every step");
        }
    }

    // As in Brian 2 a subexpression may hold named noise; it is added to the states that use the subexpression.
    private Symbol KeepNoise(EquationSyntax equation, Symbol symbol, Typed? typed, ExpressionTyper typer)
    {
        if (SyntaxNodes.Names(equation.Right).FirstOrDefault(n => n.Identifier == "xi") is { } plain)
        {
            typer.Findings.Error(plain.Span, "white noise 'xi' can only stand in a differential equation",
                "give it a name that the subexpression can pass on, such as xi_1");
        }
        else if (typed is { IsNoisy: true })
        {
            symbol = symbol with { HasNoise = true };
            scope.Define(symbol);
            scope.AddNoise(symbol.Name, typed.Noise);
        }

        return symbol;
    }

    private static void CheckDraws(EquationSyntax equation, EquationFlags flags, ExpressionTyper typer)
    {
        if (equation.Kind != EquationKind.Subexpression || flags.HasFlag(EquationFlags.ConstantOverDt))
            return;
        var draw = SyntaxNodes.Of(equation.Right!).OfType<ExpressionSyntax.Call>()
            .FirstOrDefault(c => c.Function is "rand" or "randn" or "poisson");
        if (draw is not null)
        {
            typer.Findings.Error(draw.Span, $"'{equation.Name}' draws a random number and must do so once a step",
                $"flag it: {equation.Name} = ... (constant over dt)");
        }
    }

    private void CheckShared(EquationSyntax equation)
    {
        foreach (var name in SyntaxNodes.Names(equation.Right))
        {
            var isOwn = declarations.Flags.TryGetValue(name.Identifier, out var flags);
            var differs = isOwn ? !flags.HasFlag(EquationFlags.Shared)
                : name.Identifier is "i" or "j" or "lastspike" or "not_refractory" or "lastupdate" or "I_syn" or "I_ext"
                && scope.TryFind(name.Identifier, out var symbol)
                && symbol.Kind is SymbolKind.BuiltIn or SymbolKind.Input;
            if (differs)
            {
                bag.Error(source, name.Span,
                    $"'{equation.Name}' is shared, but '{name.Identifier}' differs from one cell to another",
                    "what is shared can use only what is shared");
            }
        }
    }

    private void CheckEvents(EquationSyntax equation)
    {
        var isEventDriven = declarations.Flags[equation.Name].HasFlag(EquationFlags.EventDriven);
        foreach (var name in SyntaxNodes.Names(equation.Right))
        {
            if (name.Identifier == equation.Name || !declarations.Symbols.TryGetValue(name.Identifier, out var used)
                || used.Kind != SymbolKind.State)
            {
                continue;
            }

            var usesEventDriven = declarations.Flags[name.Identifier].HasFlag(EquationFlags.EventDriven);
            if (isEventDriven)
            {
                bag.Error(source, name.Span,
                    $"'{equation.Name}' is event-driven and cannot depend on the state '{name.Identifier}'",
                    "an event-driven equation is linear in its own variable, with constant coefficients");
            }
            else if (usesEventDriven)
            {
                bag.Error(source, name.Span,
                    $"'{name.Identifier}' is event-driven: it has no value between events", "flag it (clock-driven)");
            }
        }
    }
}
