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
    /// <summary>A field of the library with parameters changed, each as <c>name=value</c>.</summary>
    public static FieldModel With(string name, params string[] settings)
    {
        var bag = new DiagnosticBag();
        var field = (FieldDescription)ModelFile.Find(name);
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            field = SettingPath.Apply(field, setting[..equals], setting[(equals + 1)..], bag);
        }

        bag.ThrowIfErrors();
        return field.ToModel();
    }
}
