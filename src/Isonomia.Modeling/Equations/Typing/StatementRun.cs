using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>Reads statements in order, each knowing the temporaries of those before it.</summary>
internal sealed class StatementRun(
    SourceText text, EquationSystem system, IReadOnlySet<string> others, Scope scope, DiagnosticBag bag,
    ImmutableArray<StatementSyntax> statements)
{
    private readonly ImmutableArray<Assignment>.Builder done = ImmutableArray.CreateBuilder<Assignment>();
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public void Add(StatementSyntax statement, string site)
    {
        var isKnown = scope.TryFind(statement.Target, out var target);
        foreach (var name in SyntaxNodes.Names(statement.Right))
            read.Add(name.Identifier);
        var mayAssign = isKnown ? MayAssign(target!, statement) : MayDefine(statement);

        // The right side is read even when nothing can be done with it: all errors are said at once.
        var typer = new ExpressionTyper(text, statement.Right, scope, new TypingRules(site, CountsConditions: true));
        var adds = statement.Operator is "=" or "+=" or "-=" or "%=";
        var fits = isKnown && target!.Kind != SymbolKind.Undetermined;
        Dimension? expected = !fits ? null : adds ? target!.Dimension : Dimension.None;
        var typed = typer.Type(statement.Right, expected);
        var value = typed is null || !mayAssign ? null
            : !isKnown ? typed.Value
            : fits ? Fit(typer, typed, target!, statement, expected!.Value) : null;
        typer.Findings.HandOver(bag, scope.Symbols);
        if (isKnown)
        {
            if (value is not null)
                done.Add(new Assignment(target!, value));
            return;
        }

        if (statement.Operator != "=")
            return;
        var temporary = value is null
            ? new Symbol(statement.Target, SymbolKind.Undetermined, Dimension.None)
            : new Symbol(statement.Target, SymbolKind.Temporary, value.Dimension, value.Kind);
        scope.Define(temporary);
        if (value is not null)
            done.Add(new Assignment(temporary, value));
    }

    public ImmutableArray<Assignment> Finish()
    {
        foreach (var statement in statements.DistinctBy(s => s.Target, StringComparer.Ordinal))
        {
            if (scope.TryFind(statement.Target, out var symbol) && symbol.Kind == SymbolKind.Temporary
                && !read.Contains(statement.Target))
            {
                bag.Error(text, statement.TargetSpan,
                    $"unknown name '{statement.Target}': the value it is given is never used",
                    NearestName.Hint(statement.Target, Assignable())
                        ?? "assign to a state or parameter of the equations");
            }
        }

        return done.DrainToImmutable();
    }

    private IEnumerable<string> Assignable() => others.Concat(system.Equations
        .Where(e => e.Kind != EquationKind.Subexpression).Select(e => e.Name));

    private bool MayAssign(Symbol target, StatementSyntax statement)
    {
        if (target.Kind is SymbolKind.State or SymbolKind.Temporary or SymbolKind.Undetermined
            || others.Contains(target.Name))
        {
            return true;
        }

        var equation = system.Find(target.Name);
        var isFixed = equation?.Flags.HasFlag(EquationFlags.Constant) ?? true;
        if (target.Kind == SymbolKind.Parameter && !isFixed)
            return true;
        var declared = DimensionNames.Declare(target.Dimension);
        var (what, hint) = target.Kind switch
        {
            SymbolKind.Subexpression => ("computed by its equation", "assign to a state that it is computed from"),
            SymbolKind.BuiltIn => ("built in", null),
            SymbolKind.Input => ("an input, supplied by what is connected", null),
            _ when equation is not null => ("declared constant", "remove the flag (constant) if it should change"),
            _ => ("a parameter with a fixed value",
                $"to change it, declare it in the equations: {target.Name} : {declared}"),
        };
        bag.Error(text, statement.TargetSpan, $"'{target.Name}' cannot be assigned: it is {what}", hint);
        return false;
    }

    private bool MayDefine(StatementSyntax statement)
    {
        var name = statement.Target;
        if (ReservedNames.Meaning(name) is { } meaning)
        {
            bag.Error(text, statement.TargetSpan, $"{meaning} and cannot be assigned");
            return false;
        }

        if (statement.Operator == "=")
            return true;
        bag.Error(text, statement.TargetSpan, $"unknown name '{name}'",
            NearestName.Hint(name, Assignable()) ?? $"'{statement.Operator}' changes a state or parameter that exists");
        return false;
    }

    private static Expression? Fit(
        ExpressionTyper typer, Typed typed, Symbol target, StatementSyntax statement, Dimension expected)
    {
        if (statement.Operator != "=")
        {
            if (target.ValueKind == ValueKind.Boolean)
            {
                typer.Findings.Error(statement.TargetSpan,
                    $"'{statement.Operator}' changes a number, but '{target.Name}' is a condition");
                return null;
            }

            if (typer.AsNumber(typed, statement.Right) is not { } number)
                return null;
            typed = number;
            var why = statement.Operator is "+=" or "-=" or "%="
                ? $"'{target.Name}' is in {DimensionNames.Describe(target.Dimension)}"
                : $"'{statement.Operator}' must leave the unit of '{target.Name}' as it is";
            if (!typer.RequireDimension(typed, statement.Right, expected, why))
                return null;
            typed = new Typed(Combine(target.Read, statement.Operator, typed.Value));
        }

        return typer.FitTo(target, typed, statement.Right);
    }

    private static Expression Combine(Expression x, string op, Expression y) => op switch
    {
        "+=" => x + y,
        "-=" => x - y,
        "*=" => x * y,
        "/=" => x / y,
        "%=" => Expression.Apply(Operator.Modulo, x, y),
        "//=" => Expression.Apply(Operator.FloorDivide, x, y),
        _ => Expression.Apply(Operator.Power, x, y),
    };
}
