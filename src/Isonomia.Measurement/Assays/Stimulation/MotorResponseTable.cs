using Isonomia.Measurement.Bids;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Assays.Stimulation;

/// <summary>
/// A table of motor evoked potentials, a trial a row: <c>isi_ms</c> (interval between conditioning and test pulse; 0 or
/// n/a for the test pulse alone), <c>amplitude</c> (peak to peak, any unit), and where known <c>silent_period_ms</c>
/// and <c>participant_id</c>.
/// </summary>
internal static class MotorResponseTable
{
    private const int AdvisableTrials = 8;

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
            ["ratio"] = "conditioned over test amplitude; below 1 is inhibition",
            ["log_ratio"] = "its natural logarithm",
            ["test_amplitude"] = "mean amplitude after the test pulse alone",
            ["trials"] = "trials with both pulses",
            ["test_trials"] = "trials with the test pulse alone",
            ["silent_period"] = "mean cortical silent period",
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
        PairedPulses.Describe(reading, trials, test);
        warnings.AddRange(trials.Select(t => t.Isi).Where(i => i > 0 && !PairedPulses.HasName(i)).Distinct().Order()
            .Select(i => $"an interval of {i} ms belongs to none of SICI, ICF and LICI"));
        reading.Number("silent_period", MeanOf(silence, "the table gives no silent period"), "ms");
        return new AssayFinding(who, "tms_paired_pulse", Definition, reading, warnings);
    }

    private static Measured MeanOf(double[] values, string none) => values.Length == 0 ? Measured.Undefined(none)
        : values.Length == 1 ? Measured.Of(values[0]) : Measured.Of(values.Average(), Error(values));

    private static double Error(double[] values) => Descriptive.StandardDeviation(values, 1) / Math.Sqrt(values.Length);
}
