using System.Text.Json;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Locating;

/// <summary>
/// What <c>locate</c> found, as JSON: of one channel an object, of several an object with the array <c>channels</c>, whose
/// items have the same keys. A posterior that did not converge has its diagnostics and no numbers.
/// </summary>
public static class LocateJson
{
    /// <summary>The name and version of the shape; keys may be added under it, not renamed.</summary>
    public const string Schema = "isonomia.locate/1";

    /// <summary>Writes a file; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, LocatedRecording located) =>
        AtomicFile.Write(path, stream => Write(stream, located));

    /// <summary>Writes UTF-8, indented, ending with a line feed. The stream stays open.</summary>
    public static void Write(Stream stream, LocatedRecording located)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(located);
        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("recording", located.Recording.Path);
        WriteLocated(json, located);
        json.WriteNumber("seconds", located.Seconds);
        WriteProvenance(json, located.Provenance, located.Steps);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>
    /// Writes what several models found in one recording: each as it would be written alone, and <c>comparison</c>, channel by
    /// channel.
    /// </summary>
    public static void Write(Stream stream, IReadOnlyList<LocatedRecording> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 1)
        {
            Write(stream, models[0]);
            return;
        }

        using var json = new Utf8JsonWriter(stream, ReadingJson.Options(indented: true));
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("recording", models[0].Recording.Path);
        json.WriteStartArray("comparison");
        foreach (var channel in ModelComparison.Of(models))
            WriteComparison(json, channel);
        json.WriteEndArray();
        json.WriteStartArray("models");
        foreach (var located in models)
        {
            json.WriteStartObject();
            WriteLocated(json, located);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("seconds", models.Sum(m => m.Seconds));
        WriteProvenance(json, models[0].Provenance, models[0].Steps);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteComparison(Utf8JsonWriter json, ModelComparison channel)
    {
        json.WriteStartObject();
        json.WriteString("channel", channel.Channel);
        json.WriteStartArray("models");
        foreach (var model in channel.Models)
        {
            json.WriteStartObject();
            json.WriteString("model", model.Model);
            json.WriteBoolean("converged", model.Evidence is not null);
            if (model.Evidence is { } evidence)
            {
                WriteNumber(json, "log_evidence", evidence.Log);
                WriteNumber(json, "standard_error", evidence.StandardError);
                WriteNumber(json, "probability", model.Probability);
                WriteNumber(json, "chi2_reduced", model.ReducedChiSquare);
            }
            else
            {
                json.WriteString("why", model.WhyNot);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLocated(Utf8JsonWriter json, LocatedRecording located)
    {
        json.WriteString("model", located.Model.Name);
        json.WriteNumber("seed", located.Seed);
        if (located.Channels.Count == 1)
        {
            WriteChannel(json, located.Channels[0]);
        }
        else
        {
            json.WriteStartArray("channels");
            foreach (var channel in located.Channels)
            {
                json.WriteStartObject();
                WriteChannel(json, channel);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

    }

    private static void WriteChannel(Utf8JsonWriter json, LocatedChannel channel)
    {
        json.WriteString("channel", channel.Channel.Name);
        json.WriteNumber("usable_seconds", channel.UsableSeconds);
        json.WriteBoolean("converged", channel.Posterior?.Diagnostics.Converged ?? false);
        if (channel.Posterior is not { } posterior)
        {
            json.WriteString("why", channel.WhyNot);
            return;
        }

        var diagnostics = posterior.Diagnostics;
        if (!diagnostics.Converged)
            json.WriteString("why", diagnostics.WhyNot);
        json.WriteStartObject("diagnostics");
        WriteNumber(json, "rhat_max", diagnostics.RHatMax);
        WriteNumber(json, "ess_min", diagnostics.EssMin);
        json.WriteNumber("divergences", diagnostics.Divergences);
        json.WriteNumber("draws", diagnostics.Draws);
        json.WriteNumber("evaluations", diagnostics.Evaluations);
        json.WriteEndObject();
        if (diagnostics.Converged)
            WritePosterior(json, posterior);
    }

    private static void WritePosterior(Utf8JsonWriter json, Posterior posterior)
    {
        json.WriteStartObject("parameters");
        for (var i = 0; i < posterior.Names.Count; i++)
            WriteMarginal(json, posterior.Names[i], posterior.Parameter(i), posterior.Units[i]);
        json.WriteEndObject();
        json.WriteStartObject("coordinates");
        for (var i = 0; i < posterior.Model.Coordinates.Count; i++)
        {
            var coordinate = posterior.Model.Coordinates[i];
            WriteMarginal(json, coordinate.Name, posterior.Coordinate(i), coordinate.Unit, coordinate.Definition);
        }

        json.WriteEndObject();
        var (margin, (kind, probability, frequency)) = (posterior.Margin, posterior.NearestInstability);
        json.WriteStartObject("stability");
        json.WriteNumber("margin", margin.Median);
        json.WriteNumber("margin_q05", margin.Q05);
        json.WriteNumber("margin_q95", margin.Q95);
        json.WriteString("margin_unit", "1/s");
        json.WriteString("kind", kind);
        json.WriteNumber("kind_probability", probability);
        json.WriteNumber("frequency_hz", frequency);
        json.WriteEndObject();
        json.WriteStartObject("fit");
        json.WriteString("likelihood", posterior.Likelihood);
        json.WriteNumber("log_likelihood", posterior.LogLikelihoods.Max());
        json.WriteNumber("chi2_reduced", posterior.ReducedChiSquare);
        json.WriteNumber("effective_averages", posterior.Observed.EffectiveAverages);
        json.WriteNumber("frequencies", posterior.Observed.Counted);
        json.WriteNumber("from_hz", posterior.Observed.Frequency(0));
        json.WriteNumber("to_hz", posterior.Observed.Frequency(posterior.Observed.Count - 1));
        json.WriteEndObject();
        json.WriteStartArray("identifiability");
        foreach (var direction in Identifiability.Of(posterior).Directions)
        {
            json.WriteStartObject();
            json.WriteNumber("variance_ratio", direction.VarianceRatio);
            json.WriteStartObject("loadings");
            for (var i = 0; i < posterior.Names.Count; i++)
                json.WriteNumber(posterior.Names[i], direction.Loadings[i]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteMarginal(Utf8JsonWriter json, string name, Marginal marginal, string unit, string? definition = null)
    {
        json.WriteStartObject(name);
        WriteNumber(json, "mean", marginal.Mean);
        WriteNumber(json, "sd", marginal.Sd);
        WriteNumber(json, "q05", marginal.Q05);
        WriteNumber(json, "q50", marginal.Median);
        WriteNumber(json, "q95", marginal.Q95);
        json.WriteString("unit", unit);
        if (definition is not null)
            json.WriteString("definition", definition);
        json.WriteEndObject();
    }

    internal static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    internal static void WriteProvenance(
        Utf8JsonWriter json, Provenance provenance, IReadOnlyList<PreprocessingStep> steps)
    {
        json.WriteStartObject("provenance");
        json.WriteString("version", provenance.Version);
        json.WriteString("command", provenance.Command);
        json.WriteString("time", provenance.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("input_sha256", provenance.InputSha256);
        WriteTexts(json, "parameters", provenance.Parameters);
        json.WriteStartArray("preprocessing");
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            WriteTexts(json, "parameters", step.Parameters);
            json.WriteString("outcome", step.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> texts)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in texts)
            json.WriteString(key, value);
        json.WriteEndObject();
    }
}
