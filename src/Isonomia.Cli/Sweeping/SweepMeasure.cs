using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Tables;
using Isonomia.Simulation.Results;

namespace Isonomia.Cli.Sweeping;

/// <summary>
/// What is measured of each run, by the keys of run.json and measure.json: <c>E.rate</c>, <c>E.cv_isi</c>,
/// <c>E.spike_intervals.cv2.mean</c> of a population, <c>E.lfp.aperiodic.exponent</c> of a channel.
/// </summary>
/// <param name="Name">Its name, as it was asked for.</param>
/// <param name="Population">The population.</param>
/// <param name="Channel">The channel, with its population's name; null for spikes.</param>
/// <param name="Biomarker">The biomarker; null for what run.json holds.</param>
/// <param name="Path">The number's path within that.</param>
internal sealed record SweepMeasure(string Name, string Population, string? Channel, string? Biomarker, string Path)
{
    private static readonly Dictionary<string, string> OfRun = new(StringComparer.Ordinal)
    {
        ["rate"] = "Hz",
        ["rate_hz"] = "Hz",
        ["cv_isi"] = "1",
    };

    /// <summary>Whether the population's spike times are needed, not only their number.</summary>
    public bool NeedsSpikes => Channel is null && Path is not ("rate" or "rate_hz");

    /// <summary>Reads names separated by commas.</summary>
    /// <exception cref="SettingException">One is unknown; all that are are named.</exception>
    public static IReadOnlyList<SweepMeasure> Parse(string list, SweptModel model)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<string> wrong = [];
        List<SweepMeasure> measures = [];
        foreach (var name in names)
        {
            try
            {
                measures.Add(One(name, model));
            }
            catch (SettingException e)
            {
                wrong.Add(e.Message);
            }
        }

        if (names.Length == 0)
            wrong.Add("--measure names nothing; write a list, as in --measure E.rate,E.cv_isi");
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
            wrong.Add($"--measure names '{twice.Key}' twice");
        return wrong.Count == 0 ? measures : throw new SettingException(string.Join('\n', wrong));
    }

    /// <summary>The number, or why there is none, and its unit.</summary>
    /// <param name="run">The run.</param>
    /// <param name="found">What was measured on it; null where no measure needs biomarkers.</param>
    /// <exception cref="SettingException">The biomarker has no such number.</exception>
    public (Measured Value, string Unit) Of(RunResult run, RecordingMeasurement? found)
    {
        if (Biomarker is null)
        {
            var population = run.Populations.First(p => p.Name == Population);
            var value = Path != "cv_isi" ? Measured.Of(population.Rate)
                : population.CvOfIntervals() is { } cv ? Measured.Of(cv)
                : Measured.Undefined("no cell has three spikes");
            return (value, OfRun[Path]);
        }

        IReadOnlyDictionary<string, BiomarkerResult> results;
        if (Channel is null)
        {
            results = found!.Populations.First(p => p.Name == Population).Biomarkers;
        }
        else
        {
            var channel = found!.Channels.First(c => c.Channel.Name == Channel);
            if (channel.WhyBad is { } why)
                return (Measured.Undefined(why), "");
            results = channel.Biomarkers;
        }

        var rows = MeasuredRow.Of(results[Biomarker]).ToArray();
        return rows.FirstOrDefault(r => Dotted(r) == Path) is { } row
            ? (row.Value, row.Unit)
            : throw new SettingException($"--measure {Name}: {Biomarker} has no number '{Path}'"
                + $"{Suggestion.For(Path, [.. rows.Select(Dotted)])} It has {string.Join(", ", rows.Select(Dotted))}");
    }

    private static string Dotted(MeasuredRow row) =>
        row.Part.Length == 0 ? row.Quantity : $"{row.Part.Replace('/', '.')}.{row.Quantity}";

    private static SweepMeasure One(string name, SweptModel model)
    {
        var population = model.Populations.Where(p => name.StartsWith(p + ".", StringComparison.Ordinal))
            .MaxBy(p => p.Length);
        if (population is null && (model.Populations.Count > 1 || !OfRun.ContainsKey(name)))
        {
            var nearest = Suggestion.For(name.Split('.')[0], model.Populations);
            throw new SettingException($"--measure {name}: it begins with no population{nearest} "
                + $"Known: {string.Join(", ", model.Populations)}");
        }

        population ??= model.Populations[0];
        string[] parts = OfRun.ContainsKey(name) ? [name] : name[(population.Length + 1)..].Split('.');
        if (parts.Length == 1 && OfRun.ContainsKey(parts[0]))
            return new SweepMeasure(name, population, null, null, parts[0]);
        if (BiomarkerLibrary.Spikes.Any(b => b.Name == parts[0]))
        {
            return parts.Length > 1
                ? new SweepMeasure(name, population, null, parts[0], string.Join('.', parts[1..]))
                : throw new SettingException($"--measure {name}: which number of {parts[0]} is not said; "
                    + $"it has {Quantities(parts[0])}");
        }

        if (parts.Length > 2 && BiomarkerLibrary.All.Any(b => b.Name == parts[1]))
        {
            var channel = $"{population}.{parts[0]}";
            return model.CanRecord(channel, out var known)
                ? new SweepMeasure(name, population, channel, parts[1], string.Join('.', parts[2..]))
                : throw new SettingException($"--measure {name}: there is no '{channel}' to be recorded"
                    + $"{Suggestion.For(channel, known)} Known: {string.Join(", ", known)}");
        }

        string[] all = [.. OfRun.Keys, .. BiomarkerLibrary.Descriptions.Select(b => b.Name)];
        var unknown = parts.Length > 1 && !all.Contains(parts[0]) ? parts[1] : parts[0];
        throw new SettingException($"--measure {name}: '{unknown}' is nothing that can be measured"
            + $"{Suggestion.For(unknown, all)} "
            + "Write POPULATION.rate, POPULATION.cv_isi, POPULATION.BIOMARKER.NUMBER (spikes) or "
            + "POPULATION.VARIABLE.BIOMARKER.NUMBER (signals)");
    }

    private static string Quantities(string biomarker) => string.Join(", ",
        BiomarkerLibrary.Descriptions.First(b => b.Name == biomarker).Definition.Quantities.Keys);
}
