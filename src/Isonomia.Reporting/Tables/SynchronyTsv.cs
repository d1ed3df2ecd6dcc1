using Isonomia.Measurement.Biomarkers.Synchrony;

namespace Isonomia.Reporting.Tables;

/// <summary>Synchrony as a tidy table: a pair of channels in a band a row, a measure a column.</summary>
internal static class SynchronyTsv
{
    public static void Write(StreamWriter text, SynchronyResult result)
    {
        MeasureTsv.Line(text, ["band", "channel1", "channel2", .. PairMeasures.All.Select(m => m.Name())]);
        foreach (var band in result.Bands.Where(b => b.Matrices.Count > 0))
        {
            PairMatrix?[] columns = [.. PairMeasures.All.Select(m => band.Matrices.FirstOrDefault(x => x.Measure == m))];
            foreach (var (i, j, _) in band.Matrices[0].Pairs())
            {
                MeasureTsv.Line(text, [band.Band.Name, result.Channels[i], result.Channels[j],
                    .. columns.Select(c => MeasureTsv.Number(c?[i, j]))]);
            }
        }
    }
}
