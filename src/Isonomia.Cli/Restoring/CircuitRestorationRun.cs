using System.Diagnostics;
using System.Globalization;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Circuits;

namespace Isonomia.Cli.Restoring;

/// <summary>From a request to what is found in a circuit.</summary>
internal static class CircuitRestorationRun
{
    private const double Low = 0.5;
    private const double High = 2;

    public static CircuitRestorationContent Run(
        CircuitRestorationRequest request, IProgress<double>? progress, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var condition = CatalogueLibrary.FindCondition(request.Condition);
        var circuit = new TurnedCircuit(request.Circuit, request.Settings);
        var task = CircuitTask.Of(circuit.Name, circuit.Populations);
        var knobs = Knobs(request, task);
        var result = new CircuitSearch(circuit, task, request.Search).Run(condition, knobs, progress, cancel);
        return new()
        {
            Result = result,
            Provenance =
            [
                ("version", RecordingMeasurer.Version), ("command", request.Command),
                ("seed", FormattableString.Invariant($"{request.Search.Seed}")),
                ("time", DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture)),
            ],
            Seconds = clock.Elapsed.TotalSeconds,
        };
    }

    private static CircuitKnob[] Knobs(CircuitRestorationRequest request, CircuitTask task)
    {
        if (request.Tuned.Count > 0)
            return [.. request.Tuned.Select(t => Knob(t, task))];
        return task.Knobs.Length > 0
            ? [.. task.Knobs]
            : throw new SettingException($"for {request.Circuit} no parameters are declared that may be turned; name them with --tune");
    }

    private static CircuitKnob Knob(string text, CircuitTask task)
    {
        var parts = text.Split('=');
        if (parts.Length == 1)
            return task.Knobs.FirstOrDefault(k => k.Name == parts[0]) ?? new(parts[0], Low, High);
        var ends = parts[1].Split(':');
        if (parts.Length == 2 && ends.Length == 2
            && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high) && low < high)
            return new(parts[0], low, high);
        throw new SettingException($"--tune {text}: a parameter was expected, or one with a range of factors, as in EI=0.9:1.1");
    }
}
