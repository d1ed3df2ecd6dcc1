using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;

namespace Isonomia.Simulation.Tests.Fields;

internal static class FieldText
{
    /// <summary>The field of a file's text.</summary>
    public static FieldModel Parse(string text)
    {
        var bag = new DiagnosticBag();
        var description = (FieldDescription?)ModelFile.Parse(text, "test.yaml", bag);
        bag.ThrowIfErrors();
        return description!.ToModel();
    }
}
