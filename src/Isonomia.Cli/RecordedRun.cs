using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Isonomia.Measurement.Recordings;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Tables.Runs;

namespace Isonomia.Cli;

/// <summary>What a <c>run.json</c> says about how to repeat its run.</summary>
internal sealed record RecordedRun
{
    public const string FileName = "run.json";

    private RecordedRun(string path, string version, ImmutableArray<string> arguments, ImmutableArray<RunInput> inputs)
    {
        (Path, Version, Arguments, Inputs) = (path, version, arguments, inputs);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The version of the tool that made it.</summary>
    public string Version { get; }

    /// <summary>What followed <c>isonomia simulate</c>, the model first.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>What the run was made of, the model first.</summary>
    public ImmutableArray<RunInput> Inputs { get; }

    /// <summary>How long was simulated, in seconds, where the run was stopped before its end.</summary>
    public double? StoppedAt { get; private init; }

    /// <summary>Reads the run of a folder.</summary>
    /// <exception cref="BadInputException">There is none, or it cannot be repeated.</exception>
    public static RecordedRun Read(string folder)
    {
        var path = System.IO.Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new BadInputException(folder,
                $"there is no {FileName} here: 'isonomia simulate MODEL --out DIR' leaves one in DIR");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return Of(path, json.RootElement);
        }
        catch (JsonException e)
        {
            throw new BadInputException(path,
                $"line {e.LineNumber + 1}: this is not JSON; a run's {FileName} was expected", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new BadInputException(path,
                "what is needed to repeat the run is missing or has another form; an older "
                + $"version may have written it (version {RunProvenance.Version} needs provenance.arguments and "
                + "provenance.inputs)", e);
        }
    }

    /// <summary>
    /// Puts the model's file and the models beside it into a folder, where it is repeated from; checks that all else is
    /// as it was.
    /// </summary>
    /// <returns>What to give to <c>simulate</c>.</returns>
    /// <exception cref="BadInputException">Something of which the run was made is no longer what it was.</exception>
    public ImmutableArray<string> Restore(string folder)
    {
        // As deep as names with ".." go: what they mean then lies within the folder too.
        var home = Directory.CreateDirectory(System.IO.Path.Combine(folder, "1", "2", "3", "4")).FullName;
        foreach (var input in Inputs.Skip(1))
            Restore(input, home, folder);
        var file = System.IO.Path.Combine(home, "model.yaml");
        File.WriteAllText(file, Inputs[0].Text, new UTF8Encoding(false));
        var variant = Arguments[0][RunInputs.WithoutVariant(Arguments[0]).Length..];
        var rest = Arguments.Skip(1).ToList();
        if (StoppedAt is { } end)
        {
            var at = rest.FindIndex(a => a == "--for");
            if (at >= 0)
                rest.RemoveRange(at, 2);
            rest.AddRange("--for", end.ToString(CultureInfo.InvariantCulture) + " s");
        }

        return [file + variant, .. rest];
    }

    private void Restore(RunInput input, string home, string folder)
    {
        if (input.Text is not null && !input.IsOfLibrary && input.Written is { } name)
        {
            Place(name, home, folder, path => File.WriteAllText(path, input.Text, new UTF8Encoding(false)));
            return;
        }

        RequireSame(input);
        if (input.Written is not null && !input.IsOfLibrary)
            Place(input.Written, home, folder, path => File.Copy(input.Name, path, overwrite: true));
    }

    private void Place(string name, string home, string folder, Action<string> put)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(home, name));
        if (System.IO.Path.IsPathRooted(name)
            || !path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new BadInputException(Path,
                $"the model names the file '{name}', which a repetition cannot put in its place; "
                + "a path from the model's own folder can be");
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        put(path);
    }

    private static RecordedRun Of(string path, JsonElement root)
    {
        var schema = root.GetProperty("schema").GetString();
        if (schema != RunJson.Schema)
            throw new BadInputException(path, $"found the schema '{schema}' where '{RunJson.Schema}' was expected");
        var provenance = root.GetProperty("provenance");
        var arguments = provenance.GetProperty("arguments").EnumerateArray()
            .Select(a => a.GetString()!).ToImmutableArray();
        var inputs = provenance.GetProperty("inputs").EnumerateArray()
            .Select(i => new RunInput(i.GetProperty("name").GetString()!, i.GetProperty("sha256").GetString()!,
                i.GetProperty("text").GetString())
            {
                IsOfLibrary = i.GetProperty("library").GetBoolean(),
                Written = i.TryGetProperty("written", out var written) ? written.GetString() : null,
            }).ToImmutableArray();
        if (arguments.IsEmpty || inputs.IsEmpty || inputs[0].Text is null)
            throw new FormatException();
        return new RecordedRun(path, provenance.GetProperty("version").GetString()!, arguments, inputs)
        {
            StoppedAt = root.TryGetProperty("interrupted", out var stopped) && stopped.GetBoolean()
                ? root.GetProperty("duration_s").GetDouble()
                : null,
        };
    }

    private void RequireSame(RunInput input)
    {
        string now;
        if (input.IsOfLibrary)
        {
            now = ModelLibrary.FullName(input.Name) is null
                ? throw Changed(input, "is no longer in the library")
                : RunInputs.Of(input.Name).Sha256;
        }
        else
        {
            now = File.Exists(input.Name)
                ? RunInputs.Hash(File.ReadAllBytes(input.Name))
                : throw Changed(input, "is not there any more");
        }

        if (now != input.Sha256)
            throw Changed(input, "has changed since");
    }

    private BadInputException Changed(RunInput input, string how) =>
        new(Path, $"'{input.Name}', of which the run was made, {how} "
        + $"(its SHA-256 was {input.Sha256}; the run was made by version {Version}, this is {RunProvenance.Version})");
}
