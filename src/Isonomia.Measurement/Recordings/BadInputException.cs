namespace Isonomia.Measurement.Recordings;

/// <summary>
/// Input that cannot be used as it is. The message is written for the person who gave it: which file and place, what
/// was found, what was expected, what to do. It is shown alone, without a stack trace.
/// </summary>
public sealed class BadInputException : Exception
{
    private const int Longest = 4000;

    /// <summary>A complaint about an input that is not a file.</summary>
    public BadInputException(string message) : base(Legible(message))
    {
    }

    /// <summary>A complaint about a file: "PATH: message".</summary>
    public BadInputException(string path, string message) : base(Legible($"{path}: {message}"))
    {
    }

    /// <summary>A complaint about a file, keeping what the system said.</summary>
    public BadInputException(string path, string message, Exception inner) : base(Legible($"{path}: {message}"), inner)
    {
    }

    // Damaged files put anything into names: it must neither steer a terminal nor fill it.
    private static string Legible(string message)
    {
        if (message.Length > Longest)
            message = message[..Longest] + " ...";
        return message.AsSpan().ContainsAnyInRange('\0', '\u001f') || message.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            ? string.Concat(message.Select(c => char.IsControl(c) ? '.' : c))
            : message;
    }
}
