using System.Text;
using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Circuits.Checkpoints;

/// <summary>
/// What a run leaves from time to time so that it can be gone on with: <c>state</c>, all that changes from step to step,
/// and <c>part-N</c>, what was recorded between one checkpoint and the next. Every file appears whole, the state last, so
/// that the process may be killed at any moment; parts that the state does not know of are written again.
/// </summary>
/// <param name="path">The folder; made where there is none.</param>
/// <param name="identity">
/// Circuit, settings and version, hashed: only the same run goes on from a checkpoint, on any number of threads.
/// </param>
public sealed class CheckpointFolder(string path, string identity)
{
    private const string Magic = "isonomia.checkpoint/1";
    private int parts;

    /// <summary>Whether there is something to go on from.</summary>
    public bool Exists => File.Exists(StatePath);

    private string StatePath => Path.Combine(path, "state");

    /// <summary>Removes what a finished run does not need any more.</summary>
    public void Clear()
    {
        if (!Directory.Exists(path))
            return;
        File.Delete(StatePath);
        foreach (var file in Directory.EnumerateFiles(path, "part-*"))
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    /// <summary>Keeps a run as it stands.</summary>
    /// <param name="engine">The engine that runs it.</param>
    /// <param name="seconds">Wall-clock seconds of stepping so far.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    internal void Save(CircuitEngine engine, double seconds)
    {
        Directory.CreateDirectory(path);
        Write(PartPath(parts), engine.SaveRecords);
        Write(StatePath, writer =>
        {
            writer.Write(parts + 1);
            writer.Write(seconds);
            engine.SaveState(writer);
        });
        parts++;
    }

    /// <summary>Brings a freshly built engine to where the checkpoint was made.</summary>
    /// <returns>Wall-clock seconds of stepping until then.</returns>
    /// <exception cref="CheckpointException">It is damaged, or of another run.</exception>
    internal double Load(CircuitEngine engine)
    {
        var seconds = 0.0;
        Read(StatePath, reader =>
        {
            parts = reader.ReadInt32();
            seconds = reader.ReadDouble();
            engine.LoadState(reader);
        });
        for (var part = 0; part < parts; part++)
            Read(PartPath(part), engine.LoadRecords);
        return seconds;
    }

    private string PartPath(int part) => Path.Combine(path, FormattableString.Invariant($"part-{part:000000}"));

    private void Write(string file, Action<BinaryWriter> write) => AtomicFile.Write(file, stream =>
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(identity);
        write(writer);
        writer.Write(Magic);
    });

    private void Read(string file, Action<BinaryReader> read)
    {
        try
        {
            using var stream = new BufferedStream(File.OpenRead(file), 1 << 16);
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            if (reader.ReadString() != Magic)
                throw new CheckpointException($"{file}: this is no checkpoint of this version");
            if (reader.ReadString() != identity)
            {
                throw new CheckpointException(
                    $"{file}: the checkpoint is of another circuit, other settings, or another version; run without --resume");
            }

            read(reader);
            if (reader.ReadString() != Magic)
                throw new CheckpointException($"{file}: the checkpoint is damaged at its end; run without --resume");
        }
        catch (Exception e) when (e is EndOfStreamException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CheckpointException($"{file}: the checkpoint is missing or cut short; run without --resume");
        }
    }
}
