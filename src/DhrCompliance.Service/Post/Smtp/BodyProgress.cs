namespace DhrCompliance.Service.Post.Smtp;

/// <summary>How far the dialogue about a mail had come.</summary>
internal enum BodyProgress
{
    /// <summary>DATA was not reached, or not answered: nothing of the mail was sent.</summary>
    Unread,

    /// <summary>The line that ends a mail was not sent, and a server keeps nothing without it.</summary>
    Begun,

    /// <summary>The line that ends it may have been sent: the server may have the mail.</summary>
    Ended,
}
