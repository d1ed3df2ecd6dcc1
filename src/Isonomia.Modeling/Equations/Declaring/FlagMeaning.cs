using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations.Declaring;

/// <summary>Reads flags and says which have no meaning where they stand.</summary>
internal static class FlagMeaning
{
    private static readonly (string Text, EquationFlags Flag)[] known =
    [
        ("constant", EquationFlags.Constant), ("constant over dt", EquationFlags.ConstantOverDt),
        ("shared", EquationFlags.Shared), ("unless refractory", EquationFlags.UnlessRefractory),
        ("event-driven", EquationFlags.EventDriven), ("clock-driven", EquationFlags.ClockDriven),
        ("summed", EquationFlags.Summed),
    ];

    private static readonly EquationFlags[] exclusive =
    [
        EquationFlags.EventDriven | EquationFlags.ClockDriven, EquationFlags.Summed | EquationFlags.Shared,
        EquationFlags.Summed | EquationFlags.ConstantOverDt,
    ];

    public static EquationFlags Read(
        EquationSyntax equation, EquationContext context, SourceText source, DiagnosticBag bag)
    {
        var flags = EquationFlags.None;
        foreach (var syntax in equation.Flags)
        {
            var flag = Array.Find(known, k => k.Text == syntax.Text).Flag;
            if (flag == EquationFlags.None)
            {
                bag.Error(source, syntax.Span, $"unknown flag '{syntax.Text}'",
                    NearestName.Hint(syntax.Text, known.Select(k => k.Text)));
            }
            else if (!Allowed(equation.Kind, context).HasFlag(flag))
            {
                bag.Error(source, syntax.Span,
                    $"the flag '{syntax.Text}' has no meaning for {Called(equation.Kind)} of {Called(context)}",
                    Choice(equation.Kind, context, flag));
            }
            else if (Exclusive(flag, flags) is var both && both != EquationFlags.None)
            {
                var other = Array.Find(known, k => k.Flag == (both & ~flag)).Text;
                bag.Error(source, syntax.Span, $"the flags '{other}' and '{syntax.Text}' exclude each other");
            }

            flags |= flag;
        }

        return flags;
    }

    private static EquationFlags Exclusive(EquationFlags flag, EquationFlags others) =>
        Array.Find(exclusive, e => e.HasFlag(flag) && (e & others) != EquationFlags.None);

    private static EquationFlags Allowed(EquationKind kind, EquationContext context) => (kind, context) switch
    {
        (EquationKind.Differential, EquationContext.Field) => EquationFlags.None,
        (EquationKind.Differential, EquationContext.Cell) => EquationFlags.UnlessRefractory,
        (EquationKind.Differential, _) => EquationFlags.EventDriven | EquationFlags.ClockDriven,
        (EquationKind.Subexpression, EquationContext.Cell or EquationContext.Field) => EquationFlags.Shared | EquationFlags.ConstantOverDt,
        (EquationKind.Subexpression, _) => EquationFlags.Shared | EquationFlags.ConstantOverDt | EquationFlags.Summed,
        _ => EquationFlags.Constant | EquationFlags.Shared,
    };

    private static string Choice(EquationKind kind, EquationContext context, EquationFlags flag)
    {
        if (flag == EquationFlags.Constant && kind == EquationKind.Subexpression)
            return "did you mean 'constant over dt'?";
        var allowed = known.Where(k => Allowed(kind, context).HasFlag(k.Flag)).Select(k => $"'{k.Text}'");
        return allowed.Any() ? $"here there can be {string.Join(" or ", allowed)}" : "leave it out";
    }

    private static string Called(EquationKind kind) => kind switch
    {
        EquationKind.Differential => "a differential equation",
        EquationKind.Subexpression => "a subexpression",
        _ => "a parameter",
    };

    private static string Called(EquationContext context) =>
        context switch
        {
            EquationContext.Cell => "a cell",
            EquationContext.Field => "a field",
            _ => "a synapse",
        };
}
