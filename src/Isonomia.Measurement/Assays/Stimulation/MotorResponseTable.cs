using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Assays.Stimulation;

/// <summary>
/// A table of motor evoked potentials, a trial a row: <c>isi_ms</c> (interval between conditioning and test pulse; 0 or n/a for
/// the test pulse alone), <c>amplitude</c> (peak to peak, any unit), and where known <c>silent_period_ms</c> and
/// <c>participant_id</c>.
/// </summary>
internal static class MotorResponseTable
{
    private const int AdvisableTrials = 8;

    // Kujirai et al. 1993, Valls-Sole et al. 1992: short inhibition, facilitation, long inhibition.
    private static readonly (string Name, double Low, double High)[] Kinds = [("sici", 1, 6), ("icf", 8, 30), ("lici", 50, 200)];

    private static readonly BiomarkerDefinition Definition = new(
        "Paired-pulse responses to transcranial stimulation",
        "Mean amplitude after both pulses over that after the test pulse alone; log_ratio its logarithm, with the error of both "
        + "means; SICI at 1-6 ms between pulses, ICF at 8-30, LICI at 50-200",
        Direction.Rises,
        Evidence.Moderate,
        "Kujirai et al. 1993 J Physiol, doi:10.1113/jphysiol.1993.sp019912; Ziemann et al. 1996 J Physiol, "
        + "doi:10.1113/jphysiol.1996.sp021734; LICI: Valls-Sole et al. 1992 Electroencephalogr Clin Neurophysiol "
        + "85:355",
        "SICI speaks of GABA-A and LICI of GABA-B receptors in motor cortex; ICF mixes excitation with less inhibition. All "
        + "depend on the pulses' strength, the size of the test response, age and muscle tone; amplitudes vary from trial to "
        + "trial by half their mean, so that 20 trials or more are needed of each.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["ratio"] = "conditioned over test amplitude; below 1 is inhibition", ["log_ratio"] = "its natural logarithm",
            ["test_amplitude"] = "mean amplitude after the test pulse alone", ["trials"] = "trials with both pulses",
            ["test_trials"] = "trials with the test pulse alone", ["silent_period"] = "mean cortical silent period",
            ["isi"] = "interval between the pulses",
        },
    };

    public static bool IsOne(IReadOnlyList<string> headings) =>
        TableCells.Column(headings, "isi_ms") is not null && Amplitude(headings) is not null;

    public static AssayMeasurement Measure(BidsTable table, Provenance provenance)
    {
        var person = TableCells.Column(table.Columns, "participant_id", "participant", "subject");
        var (isi, amplitude) = (TableCells.Column(table.Columns, "isi_ms")!, Amplitude(table.Columns)!);
        var silence = TableCells.Column(table.Columns, "silent_period_ms");
        var trials = Enumerable.Range(0, table.Count).Select(row => (Who: person is null ? "" : table[row, person] ?? "",
            Isi: TableCells.Number(table, row, isi) ?? 0, Amplitude: TableCells.Number(table, row, amplitude),
            Silence: silence is null ? null : TableCells.Number(table, row, silence))).ToArray();
        if (trials.Length == 0)
            throw new BadInputException(table.Path, "there are no rows below the headings");
        return new AssayMeasurement(table.Path, "table of motor evoked potentials", [.. trials.GroupBy(t => t.Who).Select(who =>
            Find(who.Key, [.. who.Where(t => t.Amplitude is not null).Select(t => (t.Isi, t.Amplitude!.Value))],
                [.. who.Select(t => t.Silence).OfType<double>()], Unit(amplitude)))], provenance);
    }

    private static string? Amplitude(IReadOnlyList<string> headings) =>
        TableCells.Column(headings, "amplitude", "amplitude_mv", "amplitude_uv", "mep", "mep_mv", "mep_uv");

    private static string Unit(string column) => column.EndsWith("_mv", StringComparison.OrdinalIgnoreCase) ? "mV"
        : column.EndsWith("_uv", StringComparison.OrdinalIgnoreCase) ? "uV" : "as given";

    private static AssayFinding Find(string who, (double Isi, double Amplitude)[] trials, double[] silence, string unit)
    {
        double[] test = [.. trials.Where(t => t.Isi == 0).Select(t => t.Amplitude)];
        var reading = new Reading().Number("test_amplitude", MeanOf(test, "there are no trials with the test pulse alone"), unit)
            .Count("test_trials", test.Length);
        var warnings = new List<string>();
        if (test.Length is > 0 and < AdvisableTrials)
            warnings.Add($"only {test.Length} trials with the test pulse alone ({AdvisableTrials} or more are advisable)");
        foreach (var (name, low, high) in Kinds)
        {
            double[] both = [.. trials.Where(t => t.Isi >= low && t.Isi <= high).Select(t => t.Amplitude)];
            reading.Group(name, Ratio(both, test, $"no trial has its pulses {low} to {high} ms apart"));
        }

        var intervals = trials.Where(t => t.Isi > 0).GroupBy(t => t.Isi).OrderBy(g => g.Key).ToArray();
        warnings.AddRange(intervals.Where(g => !Kinds.Any(k => g.Key >= k.Low && g.Key <= k.High))
            .Select(g => $"an interval of {g.Key} ms belongs to none of SICI, ICF and LICI"));
        reading.List("intervals", [.. intervals.Select(g =>
        {
            var found = new Reading().Number("isi", g.Key, "ms");
            foreach (var member in Ratio([.. g.Select(t => t.Amplitude)], test, "").Members)
                _ = member.Value is Measured m ? found.Number(member.Name, m, member.Unit) : found.Count(member.Name, (long)member.Value!);
            return found;
        })]);
        reading.Number("silent_period", MeanOf(silence, "the table gives no silent period"), "ms");
        return new AssayFinding(who, "tms_paired_pulse", Definition, reading, warnings);
    }

    // The error of a logarithm of means is that of their relative errors; the interval of the ratio is its exponential.
    private static Reading Ratio(double[] both, double[] test, string none)
    {
        var why = both.Length == 0 ? none : test.Length == 0 ? "there are no trials with the test pulse alone"
            : !(test.Average() > 0 && both.Average() > 0) ? "a mean amplitude is nought" : null;
        if (why is not null)
        {
            return new Reading().Number("ratio", Measured.Undefined(why), "1").Number("log_ratio", Measured.Undefined(why), "1")
                .Count("trials", both.Length);
        }

        var log = Math.Log(both.Average() / test.Average());
        var error = both.Length > 1 && test.Length > 1
            ? Math.Sqrt(Math.Pow(Error(both) / both.Average(), 2) + Math.Pow(Error(test) / test.Average(), 2))
            : double.NaN;
        var ratio = Measured.Of(Math.Exp(log));
        if (double.IsFinite(error))
        {
            ratio = ratio with
            {
                StandardError = Math.Exp(log) * error,
                Confidence95 = (Math.Exp(log - (1.96 * error)), Math.Exp(log + (1.96 * error))),
            };
        }

        return new Reading().Number("ratio", ratio, "1").Number("log_ratio", Measured.Of(log, error), "1").Count("trials", both.Length);
    }

    private static Measured MeanOf(double[] values, string none) => values.Length == 0 ? Measured.Undefined(none)
        : values.Length == 1 ? Measured.Of(values[0]) : Measured.Of(values.Average(), Error(values));

    private static double Error(double[] values) => Descriptive.StandardDeviation(values, 1) / Math.Sqrt(values.Length);
}
