using Isonomia.Inference.Cohorts;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Locating;

/// <summary>The tables of a located data set: every quantity of every recording, and the effects of a comparison.</summary>
public static class LocatedCohortTsv
{
    /// <summary>Writes <c>located.tsv</c>, and <c>effects.tsv</c> where groups were compared.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string folder, LocatedCohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        Write(Path.Combine(folder, "located.tsv"),
            "participant\trecording\tchannel\tquantity\tmean\tsd\tq05\tq50\tq95\tunit\twhy", text =>
            {
                foreach (var (recording, participant, found, failure) in cohort.Files)
                {
                    if (found is null)
                        MeasureTsv.Line(text, participant, recording, null, null, null, null, null, null, null, null, failure);
                    foreach (var why in found?.Unlocated ?? [])
                        MeasureTsv.Line(text, participant, recording, null, null, null, null, null, null, null, null, why);
                    foreach (var q in found?.Quantities ?? [])
                    {
                        MeasureTsv.Line(text, participant, recording, q.Channel, q.Quantity, MeasureTsv.Number(q.Mean),
                            MeasureTsv.Number(q.Sd), MeasureTsv.Number(q.Q05), MeasureTsv.Number(q.Q50), MeasureTsv.Number(q.Q95),
                            Unit(q.Unit), null);
                    }
                }
            });
        if (cohort.Design is null)
            return;
        Write(Path.Combine(folder, "effects.tsv"),
            "quantity\teffect\tstandard_error\tci_low\tci_high\tunit\tp\tq\tsd_between\tparticipants", text =>
            {
                foreach (var effect in cohort.Effects)
                    WriteEffect(text, effect);
            });
    }

    private static void WriteEffect(StreamWriter text, GroupEffect effect)
    {
        var slope = effect.Fit?.Slope;
        MeasureTsv.Line(text, effect.Quantity, MeasureTsv.Number(slope?.Estimate), MeasureTsv.Number(slope?.StandardError),
            MeasureTsv.Number(slope?.Lower), MeasureTsv.Number(slope?.Upper), Unit(effect.Unit), MeasureTsv.Number(effect.Fit?.P),
            MeasureTsv.Number(effect.Q), MeasureTsv.Number(effect.Fit is { } fit ? Math.Sqrt(fit.TauSquared) : null),
            effect.Participants.Count.ToString());
    }

    private static string Unit(string unit) => unit.Length > 0 ? unit : "1";

    private static void Write(string path, string header, Action<StreamWriter> rows) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(header);
        rows(text);
    });
}
