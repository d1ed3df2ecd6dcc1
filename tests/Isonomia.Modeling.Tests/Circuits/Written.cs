using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>Circuits written in a test.</summary>
internal static class Written
{
    /// <summary>The description of a text without mistakes in its form.</summary>
    public static CircuitDescription Circuit(string text)
    {
        var bag = new DiagnosticBag();
        var circuit = ModelFile.Parse(text, "c.yaml", bag);
        bag.ThrowIfErrors();
        return Assert.IsType<CircuitDescription>(circuit);
    }

    /// <summary>The circuit of a text.</summary>
    public static CircuitModel Model(string text) => Circuit(text).ToModel();

    /// <summary>All that is wrong with a text, in its form or in what it means.</summary>
    public static IReadOnlyList<Diagnostic> Mistakes(string text)
    {
        var bag = new DiagnosticBag();
        if (ModelFile.Parse(text, "c.yaml", bag) is CircuitDescription circuit)
            circuit.Resolve(bag);
        return [.. bag.Found.Where(d => d.Severity == Severity.Error)];
    }
}
