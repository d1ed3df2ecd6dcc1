using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Hdf5.Guarding;

/// <summary>
/// The other process of <see cref="Hdf5Guard"/>: opens each file it is asked about as this program would, looks at every
/// channel's ends and at one sample of each block between them, so that all of the file's structure is walked, and says
/// that it is still there.
/// </summary>
public static class Hdf5GuardServer
{
    /// <summary>How an answer begins: the process survived, whether or not the file was accepted.</summary>
    public const string Survived = "survived";

    private const int Ends = 64;
    private const int Block = 1 << 15;

    /// <summary>Answers a line for each line, until there are no more.</summary>
    /// <returns>The exit code, 0.</returns>
    public static int Serve(TextReader questions, TextWriter answers)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(answers);
        while (questions.ReadLine() is { Length: > 0 } line)
        {
            answers.WriteLine(Answer(Hdf5Question.FromLine(line)));
            answers.Flush();
        }

        return 0;
    }

    private static string Answer(Hdf5Question question)
    {
        try
        {
            using var recording = RecordingFile.Open(question.Path, question.Options);
            for (var c = 0; c < recording.Channels.Count; c++)
                Look(recording, c);
            return Survived;
        }
        catch (Exception e) when (e is BadInputException or IOException or UnauthorizedAccessException)
        {
            return $"{Survived}; refused: {e.Message.ReplaceLineEndings(" ")}";
        }
    }

    // All of the first channel's blocks; channels of one array share theirs with it.
    private static void Look(Recording recording, int channel)
    {
        var samples = recording.Channels[channel].Samples;
        var few = new double[(int)Math.Min(samples, Ends)];
        recording.Read(channel, 0, few);
        recording.Read(channel, samples - few.Length, few);
        for (long at = Block; channel == 0 && at < samples; at += Block)
            recording.Read(channel, at, few.AsSpan(0, 1));
    }
}
