using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Fields;
using Isonomia.Inference.Models;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Description;

namespace Isonomia.Cli.Locating;

/// <summary>The model that <c>--model</c> and <c>--infer</c> ask for.</summary>
internal static class LocateModel
{
    /// <summary>Several models, each once; parameters to infer go to the fields that have them.</summary>
    /// <param name="names">Names or paths; the corticothalamic model if empty.</param>
    /// <param name="infer">Parameters of fields with limits.</param>
    public static IReadOnlyList<SpectralModel> ReadAll(IReadOnlyList<string> names, IReadOnlyList<string> infer)
    {
        if (names.Count == 0)
            return [Read(CorticothalamicModel.Instance.Name, infer)];
        if (names.Count == 1)
            return [Read(names[0], infer)];
        return [.. names.Distinct(StringComparer.Ordinal).Select(name =>
        {
            if (name == CorticothalamicModel.Instance.Name)
                return Read(name, []);
            var own = ModelFile.ReadField(name).Region.Parameters.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            return Read(name, [.. infer.Where(i => own.Contains(i.Split('=')[0].Trim()))]);
        })];
    }

    /// <summary>The closed form of that name, else a field of the library or of a file.</summary>
    /// <param name="name">A name or a path.</param>
    /// <param name="infer">Parameters of a field with limits, as <c>A=1mV:10mV</c>.</param>
    public static SpectralModel Read(string name, IReadOnlyList<string> infer)
    {
        var closed = CorticothalamicModel.Instance;
        if (name == closed.Name)
        {
            return infer.Count == 0
                ? closed
                : throw new SettingException($"--infer {infer[0]}: the closed form of {closed.Name} infers its own parameters; "
                    + "--infer goes with a field");
        }

        var field = ModelFile.ReadField(name);
        var limits = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        foreach (var text in infer)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            var range = at > 0 ? text[(at + 1)..].Split(':') : [];
            if (range.Length != 2)
                throw new SettingException($"--infer {text}: write NAME=LOW:HIGH, as in --infer 'A=1 mV:10 mV'");
            var parameter = text[..at].Trim();
            var known = field.Region.Parameters.FirstOrDefault(p => p.Name == parameter)
                ?? throw new SettingException($"--infer {text}: '{field.Name}' has no parameter '{parameter}'"
                    + Suggestion.For(parameter, field.Region.Parameters.Select(p => p.Name)));
            var low = QuantityArgument.Read("--infer", range[0], known.Symbol.Dimension);
            var high = QuantityArgument.Read("--infer", range[1], known.Symbol.Dimension);
            if (!(low < high))
                throw new SettingException($"--infer {text}: the lower limit must lie below the upper one");
            limits[parameter] = (low, high);
        }

        return new FieldSpectralModel(field, limits, field.Region.Source ?? "the model's file");
    }
}
