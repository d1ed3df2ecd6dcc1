using Isonomia.Inference.Likelihoods;
using Isonomia.Inference.Locating;
using Isonomia.Inference.Models;
using Isonomia.Inference.Tracking;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Locating;

/// <summary>What <c>locate --window</c> found, as a tidy table: a quantity of a window a row.</summary>
public static class TrackTsv
{
    /// <summary>Writes a file; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, TrackedRecording tracked) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("onset\tduration\tchannel\tquantity\tmean\tsd\tq05\tq50\tq95\tunit\twhy");
        foreach (var channel in tracked.Channels)
        {
            if (channel.WhyNot is { } never)
                MeasureTsv.Line(text, null, null, channel.Channel.Name, null, null, null, null, null, null, null, never);
            foreach (var point in channel.Points)
                WritePoint(text, tracked, channel.Channel.Name, point);
        }
    });

    /// <summary>Name and unit of a parameter, the muscle's power after those of the model.</summary>
    internal static (string Name, string Unit) Parameter(SpectralModel model, int index)
    {
        var parameter = index < model.Parameters.Count ? model.Parameters[index] : Electrode.MuscleParameter;
        return (parameter.Name, parameter.Unit);
    }

    private static void WritePoint(StreamWriter text, TrackedRecording tracked, string channel, TrackPoint point)
    {
        var (onset, duration) = (MeasureTsv.Number(point.Start), MeasureTsv.Number(point.End - point.Start));
        void Row(string quantity, Marginal m, string unit) => MeasureTsv.Line(text, onset, duration, channel, quantity,
            MeasureTsv.Number(m.Mean), MeasureTsv.Number(m.Sd), MeasureTsv.Number(m.Q05), MeasureTsv.Number(m.Median),
            MeasureTsv.Number(m.Q95), unit.Length > 0 ? unit : "1", null);
        if (point.WhyNot is { } why)
        {
            MeasureTsv.Line(text, onset, duration, channel, null, null, null, null, null, null, null, why);
            return;
        }

        for (var i = 0; i < point.Coordinates.Count; i++)
            Row(tracked.Model.Coordinates[i].Name, point.Coordinates[i], tracked.Model.Coordinates[i].Unit);
        Row("margin", point.Margin, "1/s");
        for (var i = 0; i < point.Parameters.Count; i++)
        {
            var (name, unit) = Parameter(tracked.Model, i);
            Row(name, point.Parameters[i], unit);
        }
    }
}
