using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Equations;

/// <summary>Reads equations of tests; parameters are given as "gL: siemens, EL: volt".</summary>
internal static class Reading
{
    public static EquationSystem Equations(
        string text, string parameters = "", EquationContext context = EquationContext.Cell,
        params (string Name, string Unit)[] others)
    {
        var bag = new DiagnosticBag();
        var given = Parameters(parameters).Concat(
            others.Select(o => new Symbol(o.Name, SymbolKind.Parameter, Unit(o.Unit))));
        var system = EquationResolver.Resolve(new SourceText(text, "equations"), given, bag, context);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return system;
    }

    public static Symbol[] Parameters(string list)
    {
        var bag = new DiagnosticBag();
        var lines = string.Join('\n', list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()));
        var declared = EquationResolver.Resolve(new SourceText(lines, "parameters"), [], bag);
        Assert.Empty(bag.Found);
        return [.. declared.Equations.Select(e => e.Symbol)];
    }

    public static Dimension Unit(string declared) =>
        declared == "1" ? Dimension.None : Parameters($"x: {declared}")[0].Dimension;
}
